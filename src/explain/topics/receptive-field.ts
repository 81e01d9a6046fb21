import { list } from '../message.ts';
import { paragraph, prose } from '../prose.ts';
import type { Topic } from './topic.ts';

export const receptiveField: Topic<'receptive-field'> = {
  title: 'Every stride before a layer multiplies how far its window reaches',
  explain: ({ start, steps }) => [
    paragraph(
      `Go through the layers with two numbers: the size one cell sees, at first ${start.size}, and the jump between neighbouring cells, at first ${start.jump}. Each layer adds (kernel − 1) · jump to the size, then multiplies the jump by its stride.`,
    ),
    list(
      steps.map(({ name, kernel, stride, field }) =>
        prose(
          `${name} ${kernel} × ${kernel}, stride ${stride}: sees ${field?.size ?? '?'}, jump ${field?.jump ?? '?'}`,
        ),
      ),
    ),
    paragraph(
      `So one cell at the end sees ${steps.at(-1)?.field?.size ?? '?'} cells a side. Global pooling at the end sees the whole image.`,
    ),
  ],
  misconception: () => ({
    believed: 'the kernels simply add up',
    actual: 'A kernel behind a stride counts in steps of the jump, not in pixels.',
  }),
  next: 'receptive field after conv3x3, pool2x2 s2, conv3x3?',
  figures: [{ figure: '1', source: 'the constant in the formula' }],
};
