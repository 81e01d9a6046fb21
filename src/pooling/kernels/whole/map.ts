import type { PooledMap } from '../map.ts';

/** Maps that one window covers whole: `blocks` of `cells` cells of `width` floats; one output for each of these. */
export interface WholeMap {
  readonly blocks: number;
  readonly cells: number;
  readonly width: number;
}

/** Set where every axis has but one window, over all its cells. */
export function wholeMap({ axes, outer, inner }: PooledMap): WholeMap | null {
  const isWhole = axes.every((axis) => axis.output === 1 && axis.window(0).count === axis.input);
  const cells = axes.reduce((product, { input }) => product * input, 1);
  return isWhole && inner <= widest ? { blocks: outer, cells, width: inner } : null;
}

/** Wider cells would take too much memory. */
const widest = 2 ** 20;
