import { formatCount } from '../format.ts';
import { paragraph } from '../prose.ts';
import type { Of, Words } from './words.ts';

export function featuresMismatch({
  arriving,
  expected,
  rows,
  layer,
  maps,
  unflattened,
  oneImage,
}: Of<'features-mismatch'>): Words {
  if (arriving === null || expected === null)
    return {
      title: 'The flattened map and the Linear layer have different sizes',
      blocks: [paragraph('`in_features` must be channels × height × width of the map before Flatten.')],
      advice: [],
    };
  const title = `${formatCount(arriving)} numbers arrive, the ${layer} layer expects ${formatCount(expected)}`;
  if (unflattened !== null)
    return {
      title,
      blocks: [
        paragraph(
          `The map was not flattened: ${rows} rows of ${arriving} are ${formatCount((rows ?? 0) * arriving)} numbers, and that is ${unflattened === 1 ? 'exactly one image' : `${unflattened} images`} of ${formatCount(expected)}.`,
        ),
      ],
      advice: [],
    };
  if (oneImage)
    return {
      title,
      blocks: [
        paragraph(
          `${rows} rows of ${arriving} are ${formatCount((rows ?? 0) * arriving)} numbers: exactly what one image should have. Likely cause: one image came without its batch axis, so Flatten took its ${rows} channels for the batch.`,
        ),
      ],
      advice: [],
    };
  return {
    title,
    blocks: [
      paragraph(
        `After pooling and Flatten each image has ${formatCount(arriving)} numbers (channels × height × width), but ${layer === 'Linear' ? '`in_features` is' : 'the layer was built for'} ${formatCount(expected)}.`,
      ),
      paragraph(
        maps?.arriving === 1
          ? `With ${maps.channels} channels that is one number each where a map of ${maps.expected} × ${maps.expected} was expected: the map was pooled globally, or the image is smaller than planned.`
          : maps
            ? `With ${maps.channels} channels, for example, that is a ${maps.arriving} × ${maps.arriving} map where ${maps.expected} × ${maps.expected} was expected: the image has another size than planned, or the pooling rounds differently.`
            : 'Likely cause: another image size or number of channels than planned, or a pooling layer more or less before it. After global pooling the numbers are the channels.',
      ),
    ],
    advice: maps ? [] : [paragraph('Or pool globally before it, so that only the channels arrive.')],
  };
}
