import type { Draft, Place } from '../draft.ts';
import { convNormAct } from './blocks.ts';

/** One convolution of a branch: filters, kernel, and "/2" for a stride of 2 without padding. */
export type Link = readonly [filters: number, kernel: number | readonly [number, number], stride?: '/2'];

/** Convolution and normalisation without a gamma, one after the other. */
export function branch(draft: Draft, x: Place, links: readonly Link[]): Place {
  let y = x;
  for (const [filters, kernel, stride] of links) {
    const options = stride === '/2' ? ({ strides: 2, padding: 'valid' } as const) : {};
    y = convNormAct(draft, y, filters, kernel, { ...options, scale: false });
  }
  return y;
}

export const joined = (draft: Draft, ...places: readonly Place[]): Place =>
  draft.add('Concatenate', [], {}, ...places);

/** Three pixels wide, every pixel, the size kept: it mixes neighbours and drops nothing. */
export function averaged(draft: Draft, x: Place, filters: number): Place {
  const pooled = draft.add('AveragePooling2D', [3], { strides: 1, padding: 'same' }, x);
  return branch(draft, pooled, [[filters, 1]]);
}

export const shrunk = (draft: Draft, x: Place): Place => draft.add('MaxPooling2D', [3], { strides: 2 }, x);

/** The first layers of InceptionV3 and InceptionResNetV2: 299 becomes 35. */
export function inceptionStem(draft: Draft): Place {
  const valid = { padding: 'valid', scale: false } as const;
  let x = convNormAct(draft, draft.input, 32, 3, { ...valid, strides: 2 });
  x = convNormAct(draft, x, 32, 3, valid);
  x = shrunk(draft, convNormAct(draft, x, 64, 3, { scale: false }));
  x = convNormAct(draft, x, 80, 1, valid);
  return shrunk(draft, convNormAct(draft, x, 192, 3, valid));
}
