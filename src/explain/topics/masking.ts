import { bullets, paragraph } from '../prose.ts';
import { makes, type Topic } from './topic.ts';

export const masking: Topic<'masking'> = {
  title: 'With a mask GlobalAveragePooling1D averages the real steps alone',
  explain: ({ masked, plain, empty, real, realSum, steps, sum }) => [
    paragraph(
      `It sums the steps where the mask is true and divides by their number: ${realSum} / ${real} instead of ${sum} / ${steps} when the last step is padding.`,
    ),
    bullets(
      `with the mask: ${makes(masked)}`,
      `without: ${makes(plain)}`,
      `a row that is masked whole: ${makes(empty)}`,
    ),
    paragraph(
      'The mask comes from `Embedding(mask_zero=True)` or a `Masking` layer, or you pass `mask=`. It does not survive MaxPooling1D: pooling in between means the padding is averaged again. In PyTorch: `m = mask.unsqueeze(-1)`, then `(x * m).sum(1) / m.sum(1)`.',
    ),
  ],
  misconception: () => ({
    believed: 'padding with zeros is ignored by itself',
    actual: 'Zeros are numbers like any other; without a mask they count and pull the mean down.',
  }),
  next: 'GlobalAveragePooling1D over steps 2, 4, 6, 100 with mask True True True False',
  figures: [{ figure: '1', source: 'the axis of the steps' }],
};
