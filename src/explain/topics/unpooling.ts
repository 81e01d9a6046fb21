import { formatTuple } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import { call, numbers, type Topic } from './topic.ts';

export const unpooling: Topic<'unpooling'> = {
  title: 'Max unpooling puts each maximum back where it came from',
  explain: ({ pooled, unpooled, sizes, both }) => [
    paragraph(
      'Pooling forgets where the maximum stood. With `return_indices=True` it also returns the position of each, and `MaxUnpool2d` writes the values back to these positions and zero everywhere else.',
    ),
    bullets(
      `${call(pooled)} on ${formatTuple(pooled.input)}: maxima ${numbers(pooled.values)}, indices ${numbers(pooled.indices ?? [])} (counted row by row in each channel)`,
      `${call(unpooled)}: ${numbers(unpooled.values)}`,
    ),
    paragraph(
      `The size can be ambiguous (${sizes.join(' and ')} cells both pool to ${both}); then pass \`output_size\`. Keras has no unpooling layer; UpSampling repeats values instead.`,
    ),
  ],
  misconception: () => ({
    believed: 'unpooling restores the input',
    actual: 'Only the maxima come back; everything else stays zero.',
  }),
  next: 'F.max_unpool2d with kernel 2 stride 2 on a pooled [1, 8, 11, 13]',
  figures: [],
};
