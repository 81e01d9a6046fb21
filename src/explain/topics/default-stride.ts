import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const defaultStride: Topic<'default-stride'> = {
  title: 'A stride that is left out equals the window',
  explain: ({ left, one, onnx }) => [
    paragraph(
      'In Keras `strides=None` means `strides=pool_size`, in PyTorch `stride=None` means `stride=kernel_size`: the windows lie side by side without overlap, and the map shrinks by the window size.',
    ),
    bullets(
      turns(left),
      turns(one),
      `ONNX is different, there a stride that is left out is one: ${turns(onnx)}`,
    ),
  ],
  misconception: () => ({
    believed: '`pool_size` is the factor by which the map shrinks',
    actual: 'That holds only while the stride is left out. When it is given, the stride is that factor.',
  }),
  next: 'MaxPooling2D(3, strides=2) on 28x28x64',
  figures: [],
};
