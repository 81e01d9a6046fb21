import { formatTuple } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import { type Topic, turns } from './topic.ts';

export const ndimError: Topic<'ndim-error'> = {
  title: 'The layer and the input disagree on the number of axes',
  explain: ({ twoD, oneD, threeD, missingBatch, flat, axes, withoutBatch, withBatch }) => [
    paragraph(
      `Keras counts the batch: two-dimensional pooling takes ${axes.twoD} axes (batch, height, width, channels), one-dimensional pooling ${axes.oneD}, three-dimensional ${axes.threeD}. Behind Dense or Flatten there are ${axes.flat}, and nothing spatial is left to pool.`,
    ),
    bullets(
      `${axes.oneD} axes, a sequence (transformer tokens, for instance): ${turns(oneD)}, or reshape back to height and width`,
      `the batch is missing: ${formatTuple(withoutBatch)} → ${formatTuple(withBatch)} by \`x[None]\`; Keras says \`${missingBatch.message ?? ''}\``,
      `${axes.flat} axes: pool before Flatten or Dense; Keras says \`${flat.message ?? ''}\``,
    ),
    paragraph(`As it should be: ${turns(twoD)}; ${turns(threeD)}.`),
  ],
  misconception: () => ({
    believed: 'the number in the layer’s name is the number of axes',
    actual: 'It counts the spatial axes alone; batch and channels come on top.',
  }),
  next: 'GlobalAveragePooling1D on (None, 49, 768)',
  figures: [],
};
