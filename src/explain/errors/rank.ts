import { formatTuple } from '../format.ts';
import { bullets, paragraph } from '../prose.ts';
import type { Of, Words } from './words.ts';

const causes: Readonly<Record<Of<'wrong-rank'>['cause'], string>> = {
  flat: 'It is already flat: a Dense, Flatten or global pooling layer came before, and nothing spatial is left to pool. Pool before it, or leave this layer out.',
  'no-batch':
    'Likely cause: the batch axis is missing. One image alone is a batch of one: `x[None]` or `np.expand_dims(x, 0)` adds it.',
  'no-channels':
    'Likely cause: the channels are missing, as in grey images stored as batch × height × width: `x[..., None]` adds them (`x.unsqueeze(1)` in PyTorch). If it is one image alone, the batch axis is missing instead.',
  'too-many': 'There is an axis too many: frames of a video, or a batch of batches.',
  unknown: '',
};

export function wrongRank({ expected, found, input, cause, layerOfFound }: Of<'wrong-rank'>): Words {
  const spatial = expected - 2;
  const has = found === null ? 'another number of axes' : `${found} axes`;
  const parts = ['steps', 'height and width', 'depth, height and width'][spatial - 1] ?? 'height and width';
  return {
    title: `The layer wants ${expected} axes and got ${found ?? 'another number'}`,
    blocks: [
      paragraph(
        `It counts all axes: batch, ${spatial} spatial (${parts}) and channels make ${expected}. Your input has ${has}${input ? `: ${formatTuple(input)}` : ''}.`,
      ),
      ...(causes[cause] === '' ? [] : [paragraph(causes[cause])]),
    ],
    advice:
      found !== null && found < expected && found > 2
        ? [
            bullets(
              ...(cause === 'unknown' && found === expected - 1
                ? ['the batch axis may be missing: `x[None]` or `np.expand_dims(x, 0)` adds it']
                : []),
              ...(layerOfFound
                ? [
                    `it may be right as it is, with the layer for ${found} axes: ${layerOfFound} (tokens or time steps have ${found} axes)`,
                  ]
                : []),
              `or reshape it to ${expected} axes (4D for images: batch, height, width, channels)`,
            ),
          ]
        : [],
  };
}
