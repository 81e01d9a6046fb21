import { bullets, paragraph } from '../prose.ts';
import { makes, numbers, type Topic } from './topic.ts';

export const reduceMean: Topic<'reduce-mean'> = {
  title: 'Global average pooling is the mean over the spatial axes',
  explain: ({ pooled, kept, torch, lastAxes, firstAxes }) => [
    paragraph(
      `Yes, the same numbers: \`tf.reduce_mean(x, axis=[${numbers(lastAxes)}])\` equals GlobalAveragePooling2D for channels_last, \`x.mean(dim=(${numbers(firstAxes)}))\` for channels_first and PyTorch. The axes are height and width, never batch or channels.`,
    ),
    bullets(
      makes(pooled),
      makes(torch),
      `\`keepdims=True\` works in both and changes the shape alone: ${numbers(kept.values)}`,
    ),
    paragraph(
      'The layer differs in that it knows its data format, and in one dimension it heeds a mask. Sums in float16 may round differently or overflow.',
    ),
  ],
  misconception: () => ({
    believed: 'the mean over all axes is the same',
    actual: 'That would mix channels and images into one number.',
  }),
  next: 'GlobalAveragePooling2D on 4x4x4',
  figures: [{ figure: '16', source: 'the name float16' }],
};
