import { code } from '../../reply/index.ts';
import { formatTuple } from '../format.ts';
import { list, text } from '../message.ts';
import { type Topic, useSentence } from './topic.ts';

export const keepdims: Topic<'keepdims'> = {
  title: 'keepdims keeps the pooled axes, with length 1',
  explain: ({ dropped, kept, keptFirst }) => [
    text(
      'Global pooling leaves one number per channel. ',
      code('keepdims=False'),
      ', the default, drops the pooled axes; ',
      code('keepdims=True'),
      ' keeps them with length 1. The numbers are the same.',
    ),
    list([useSentence(dropped), useSentence(kept), useSentence(keptFirst)]),
    text(
      'Keep them when the result has to broadcast against the map, as in a squeeze-and-excitation block that multiplies ',
      `${formatTuple(kept.output)} with ${formatTuple(kept.input)}, or when a convolution follows. Leave them out before Dense.`,
    ),
  ],
  misconception: {
    believed: ['keepdims is written ', code('keep_dims')],
    actual: ['Keras calls it ', code('keepdims'), '; another spelling is an unrecognized keyword.'],
  },
  next: 'GlobalAveragePooling2D(keepdims=True) on (None, 7, 7, 1024)',
  figures: [],
};
