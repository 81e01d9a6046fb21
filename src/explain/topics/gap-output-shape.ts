import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const gapOutputShape: Topic<'gap-output-shape'> = {
  title: 'Global pooling gives one number per channel',
  explain: ({ channels, keras, kept, first, torch, onnx }) => [
    paragraph(
      `The spatial axes go away and batch and channels stay: ${channels} channels give ${channels} numbers, whatever the height and width.`,
    ),
    bullets(turns(keras), turns(kept), turns(first), `PyTorch: ${turns(torch)}`, `ONNX: ${turns(onnx)}`),
  ],
  misconception: () => ({
    believed: 'every framework drops the pooled axes',
    actual:
      'Keras drops them unless `keepdims=True`; PyTorch and ONNX keep them with length one, so flatten follows.',
  }),
  next: 'GlobalAveragePooling2D on (None, 7, 7, 1024)',
  figures: [],
};
