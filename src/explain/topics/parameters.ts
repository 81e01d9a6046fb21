import { formatCount, formatCrossed } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const parameters: Topic<'parameters'> = {
  title: 'Pooling has nothing to train',
  explain: ({ none, map, units, flatten, global, pool }) => [
    paragraph(
      `A summary prints ${none} because the rule is fixed: take the maximum or the mean of each window. There are no weights and no trainable parameters; ${turns(pool)} and learns nothing.`,
    ),
    bullets(
      `What pooling changes is how many weights come after it: behind a ${formatCrossed(map)} map a \`Dense(${units})\` has ${formatCount(flatten)} parameters with Flatten, ${formatCount(global)} with global average pooling.`,
      'Gradients still pass through it to the layers before.',
    ),
  ],
  misconception: () => ({
    believed: 'average pooling learns its weights',
    actual: 'Every cell has the same fixed weight; a strided convolution is the one that learns them.',
  }),
  next: 'global vs local pooling on 7x7x512',
  figures: [],
};
