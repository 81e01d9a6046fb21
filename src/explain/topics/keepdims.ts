import { formatTuple } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const keepdims: Topic<'keepdims'> = {
  title: 'keepdims keeps the pooled axes, with length one',
  explain: ({ dropped, kept, keptFirst }) => [
    paragraph(
      'Global pooling leaves one number per channel. `keepdims=False`, the default, drops the pooled axes; `keepdims=True` keeps them with length one, so the rank stays. The numbers are the same.',
    ),
    bullets(turns(dropped), turns(kept), turns(keptFirst)),
    paragraph(
      `Keep them when the result has to broadcast against the map, as in a squeeze-and-excitation block that multiplies ${formatTuple(kept.output)} with ${formatTuple(kept.input)}, or when a convolution follows. Leave them out before Dense.`,
    ),
  ],
  misconception: () => ({
    believed: 'the argument is written `keep_dims`',
    actual: 'Keras calls it `keepdims`; it refuses any other spelling as an unrecognized keyword.',
  }),
  next: 'GlobalAveragePooling2D(keepdims=True) on (None, 7, 7, 1024)',
  figures: [],
};
