import { formatTuple } from '../format.ts';
import { paragraph } from '../prose.ts';
import type { Of, Words } from './words.ts';

const causes: Readonly<Record<Of<'wrong-rank'>['cause'], string>> = {
  flat: 'It is already flat: a Dense, Flatten or global pooling layer came before, and nothing spatial is left to pool.',
  'no-batch': 'Likely cause: the batch axis is missing. One image alone is a batch of one.',
  'no-channels':
    'Likely cause: the channels are missing, as in grey images stored as batch × height × width. If it is one image alone, the batch is missing instead: `x[None]`.',
  'too-many':
    'There is an axis too many: frames of a video, an added axis, or a map where a sequence is wanted.',
  unknown: '',
};

/** Of flat rows in front of a convolution or a recurrent layer. */
const notPooled =
  'Its rows are flat: nothing says which numbers stand beside which, in an image or in time. Give them these axes, or flatten later.';

/** What the axes of an input are, by how many a layer wants. */
const axesOf: Readonly<Record<number, string>> = {
  2: 'batch and features make 2',
  3: 'batch, steps and channels make 3',
  4: 'batch, height, width and channels make 4',
  5: 'batch, depth, height, width and channels make 5',
};

export function wrongRank({
  expected,
  unbatched,
  found,
  input,
  cause,
  layerOfFound,
  pools,
  fixes,
}: Of<'wrong-rank'>): Words {
  const wanted = unbatched === null || unbatched === expected ? `${expected}` : `${unbatched} or ${expected}`;
  const has = found === null ? 'another number of axes' : `${found} ${found === 1 ? 'axis' : 'axes'}`;
  const single = unbatched === null ? '' : ' (one less without the batch)';
  return {
    title: `The layer wants ${wanted} axes and got ${found ?? 'another number'}`,
    blocks: [
      paragraph(
        `It counts all axes: ${axesOf[expected] ?? `there should be ${expected}`}${single}. Your input has ${has}${input ? `: ${formatTuple(input)}` : ''}.`,
      ),
      ...(causes[cause] === '' ? [] : [paragraph(cause === 'flat' && !pools ? notPooled : causes[cause])]),
    ],
    advice:
      layerOfFound && found !== null && found === expected - 1 && cause === 'no-channels'
        ? [
            paragraph(
              `Or it is right as it is, and ${layerOfFound} is the layer for ${found} axes: tokens or time steps have ${found}.`,
            ),
          ]
        : fixes.length === 0 && found !== null
          ? [paragraph(`Reshape it to ${expected} axes, or take the layer for ${found}.`)]
          : [],
  };
}
