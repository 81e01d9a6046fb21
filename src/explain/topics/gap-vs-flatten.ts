import { formatCount, formatCrossed } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import type { Topic } from './topic.ts';

export const gapVsFlatten: Topic<'gap-vs-flatten'> = {
  title: 'Flatten keeps every cell, global average pooling one mean per channel',
  explain: ({ map, units, cells, flattened, flatten, global, times }) => [
    paragraph(
      `Behind a map of ${formatCrossed(map)} the Dense layer sees ${formatCount(flattened)} numbers after Flatten, and ${map[2]} means after global average pooling: ${formatCount(flatten)} parameters against ${formatCount(global)}, about ${times} times fewer.`,
    ),
    bullets(
      `Flatten, then \`Dense(${units})\`: ${formatCount(flattened)} · ${units} weights + ${units} biases = ${formatCount(flatten)}`,
      `GlobalAveragePooling2D, then \`Dense(${units})\`: ${map[2]} · ${units} weights + ${units} biases = ${formatCount(global)}`,
    ),
    paragraph(
      `Flatten keeps where something was and fixes the image size. Global average pooling forgets the place (each mean stands for ${cells} cells), takes any size, and has fewer weights that could overfit.`,
    ),
  ],
  misconception: () => ({
    believed: 'global average pooling is Flatten in another form',
    actual: 'Flatten only rearranges the numbers; pooling throws away all but their mean.',
  }),
  next: 'global vs local pooling on 7x7x512',
  figures: [],
};
