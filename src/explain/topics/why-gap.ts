import { formatCount, formatCrossed } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import type { Topic } from './topic.ts';

const networkInNetwork =
  'Lin, Chen and Yan, Network in Network, 2013 (arXiv 1312.4400), CIFAR-10 without augmentation';

export const whyGap: Topic<'why-gap'> = {
  title: 'Networks end in global average pooling because it needs no weights and takes any size',
  explain: ({ map, units, flatten, global, times }) => [
    paragraph(
      `It turns each feature map into one number, so the classifier behind it stays small. For a ${formatCrossed(map)} map and ${units} classes: ${formatCount(global)} parameters instead of ${formatCount(flatten)} with Flatten, about ${times} times fewer to overfit.`,
    ),
    bullets(
      'Fewer weights, hence less overfitting: pooling has none, and the Dense layer behind it sees one number per channel.',
      'Any input size: a larger image gives a larger map, but still one number per channel.',
      'Each channel becomes evidence for something, wherever in the image it stood; class activation maps build on that.',
    ),
    paragraph(
      'Network in Network brought the idea: on CIFAR-10 its test error fell from 10.88 % (fully connected head with dropout) to 10.41 %.',
    ),
  ],
  misconception: () => ({
    believed: 'it always makes a network better',
    actual: 'Where the place matters (pose, reading charts, small objects) the mean hides what is needed.',
  }),
  next: 'should the head be Flatten or GAP after 7x7x512?',
  figures: [
    { figure: '10.88', source: networkInNetwork },
    { figure: '10.41', source: networkInNetwork },
    { figure: '10', source: 'the name of the data set CIFAR-10' },
  ],
};
