import { bullets, paragraph } from '../prose.ts';
import { numbers, type Topic } from './topic.ts';

export const layerOrder: Topic<'layer-order'> = {
  title: 'ReLU and max pooling can change places, ReLU and average pooling cannot',
  explain: (facts) => [
    paragraph(
      'ReLU never changes which number is the largest, so max pooling before or after it gives the same result. An average mixes negative numbers in before ReLU can cut them, so there the order matters.',
    ),
    bullets(
      `window ${numbers(facts.numbers)}, max first: ${numbers(facts.maxFirst)}; ReLU first: ${numbers(facts.reluFirstMax)}`,
      `the same window, average first: ${numbers(facts.averageFirst)}; ReLU first (${numbers(facts.rectified)}): ${numbers(facts.reluFirstAverage)}`,
    ),
    paragraph(
      `The usual order is convolution, normalisation, ReLU, pooling. With max pooling one may pool first and rectify ${facts.saved} times fewer numbers. Average pooling is itself a convolution: the same weight for every cell of the window, each channel on its own.`,
    ),
  ],
  misconception: () => ({
    believed: 'the order never matters because pooling has no weights',
    actual: 'It matters wherever the operation in front is not monotonic or the pooling is a mean.',
  }),
  next: 'max pool 2x2 of [[-4,2],[6,0]]',
  figures: [],
};
