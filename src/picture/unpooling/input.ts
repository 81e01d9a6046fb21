import type { Cells } from '../map/cells.ts';

/** Max unpooling of one channel of a sequence or map. */
export interface UnpoolInput {
  readonly layer: string;
  readonly pooled: Cells;
  /** For every pooled cell its place in the output plane, counted row by row from 0. */
  readonly indices: ArrayLike<number>;
  readonly output: Cells;
}
