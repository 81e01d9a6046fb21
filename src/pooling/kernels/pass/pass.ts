import type { Machine } from '../machine.ts';

/** Operations by the numbers that the kernels know them by. */
export const max = 0;
export const sum = 1;
export const mean = 2;
/** A maximum that also returns 1 if there may be NaN among the cells. */
export const watchedMax = 3;

/** Windows `from` to `to` of an axis, of which the cells from `cell` on are at hand, `cells` in each block. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly cell: number;
  readonly cells: number;
}

/** What a mean divides by: see operation.ts of the kernels. */
export interface Division {
  readonly address: number;
  readonly step: number;
  readonly inverse: number;
}

export const undivided: Division = { address: 0, step: 0, inverse: 0 };

/**
 * Pools along one axis: reads `outer` blocks of a band's cells at `src`, one after the other, writes as many blocks of
 * its windows at `dst`. Returns 1 if any mean is not finite, or as the operation says.
 */
export type Pass = (
  machine: Machine,
  src: number,
  dst: number,
  outer: number,
  band: Band,
  division: Division,
) => number;
