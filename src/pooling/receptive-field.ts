import { at } from './element.ts';

/** One layer of a chain as the receptive field sees it: one entry per spatial axis, or everything at once. */
export type ReceptiveStep =
  | {
      readonly kind: 'window';
      readonly kernel: readonly number[];
      readonly stride: readonly number[];
      readonly dilation: readonly number[];
      /** Padding in front; null where it depends on an unknown size. */
      readonly begin: readonly (number | null)[];
    }
  | { readonly kind: 'global' };

/** What one cell sees along one axis after some layers. */
export interface ReceptiveAxis {
  /** Input cells it sees; 'all' once a global layer has run. */
  readonly size: number | 'all';
  /** Input cells between neighbouring cells; null when there is one cell only. */
  readonly jump: number | null;
  /** Input position at the centre of the first cell's view; null when unknown or meaningless. */
  readonly start: number | null;
}

/**
 * The receptive field after each step of a chain: r += (ke-1) j, start += ((ke-1)/2 - p) j, then j *= s, from a
 * single cell at 0 (Dumoulin and Visin, "A guide to convolution arithmetic"). The whole input is not a bound here:
 * a field larger than the input reaches into padding.
 */
export function receptiveField(
  steps: readonly ReceptiveStep[],
  rank: number,
): readonly (readonly ReceptiveAxis[])[] {
  const fields: (readonly ReceptiveAxis[])[] = [];
  let current: readonly ReceptiveAxis[] = Array.from({ length: rank }, () => ({
    size: 1,
    jump: 1,
    start: 0,
  }));
  for (const step of steps) {
    current = current.map((axis, index) => afterStep(axis, step, index));
    fields.push(current);
  }
  return fields;
}

function afterStep(axis: ReceptiveAxis, step: ReceptiveStep, index: number): ReceptiveAxis {
  if (step.kind === 'global' || axis.size === 'all' || axis.jump === null) {
    return { size: 'all', jump: null, start: null };
  }
  const span = at(step.dilation, index) * (at(step.kernel, index) - 1);
  const begin = at(step.begin, index);
  const start = axis.start === null || begin === null ? null : axis.start + (span / 2 - begin) * axis.jump;
  return { size: axis.size + span * axis.jump, jump: axis.jump * at(step.stride, index), start };
}
