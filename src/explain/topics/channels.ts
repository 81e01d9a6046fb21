import { bullets, paragraph } from '../prose.ts';
import { makes, numbers, type Topic, turns } from './topic.ts';

export const channels: Topic<'channels'> = {
  title: 'Pooling keeps the number of channels',
  explain: ({ channels: count, map, two, firstChannel, secondChannel }) => [
    paragraph(
      `Each channel is pooled on its own, with the same window, and none is mixed with another: ${count} channels before, the same ${count} channels (depth) after. ${turns(map)}.`,
    ),
    bullets(
      `one channel holds ${numbers(firstChannel)}, the other ${numbers(secondChannel)}: the result is ${numbers(two.values)}, one maximum each`,
      makes(two),
    ),
    paragraph('To change the number of channels use a convolution with a window of one cell.'),
  ],
  misconception: () => ({
    believed: 'pooling reduces height, width and depth alike',
    actual: 'Depth stays unchanged; only the spatial axes get smaller.',
  }),
  next: 'MaxPooling2D(2) on 28x28x64',
  figures: [],
};
