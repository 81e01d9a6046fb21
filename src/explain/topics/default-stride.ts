import { code } from '../../reply/index.ts';
import { list, text } from '../message.ts';
import { type Topic, useSentence } from './topic.ts';

export const defaultStride: Topic<'default-stride'> = {
  title: 'A stride that is left out equals the window',
  explain: ({ left, one, onnx }) => [
    text(
      'In Keras ',
      code('strides=None'),
      ' means ',
      code('strides=pool_size'),
      ', in PyTorch ',
      code('stride=None'),
      ' means ',
      code('stride=kernel_size'),
      ': the windows lie side by side without overlap, and the map shrinks by the window size.',
    ),
    list([
      useSentence(left),
      useSentence(one),
      ['ONNX is different, its strides default to 1: ', useSentence(onnx)],
    ]),
  ],
  misconception: {
    believed: ['pool_size is the factor by which the map shrinks'],
    actual: ['Only while the stride is left out. When it is given, the stride is that factor.'],
  },
  next: 'MaxPooling2D(3, strides=2) on 28x28x64',
  figures: [],
};
