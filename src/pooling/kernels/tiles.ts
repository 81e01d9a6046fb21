import type { PooledAxis } from './axis.ts';

/** How much is pooled at a time: `blocks` whole maps, or bands of `windows` along the outermost axis of one map. */
export interface Tiles {
  readonly blocks: number;
  readonly windows: number;
  /** The most cells of the outermost axis that such a band covers. */
  readonly cells: number;
}

/** Floats in and out of a tile: what stays in a core's second cache together with what lies between. */
export const tileFloats = 16384;

/** A tile for maps of `axis`, whose cells hold `before` floats, or `after` once the other axes are pooled. */
export function tilesFor(axis: PooledAxis, outer: number, before: number, after: number): Tiles {
  const floats = Math.max(axis.input * before, axis.input * after, axis.output * after);
  if (floats <= tileFloats) {
    const blocks = Math.min(outer, Math.floor(tileFloats / floats));
    return { blocks, windows: axis.output, cells: axis.input };
  }
  const most = tileFloats / Math.max(before, after);
  const kernel = axis.sliding?.kernel ?? 1;
  let windows = Math.min(Math.ceil(kernel / (axis.sliding?.stride ?? 1)), axis.output);
  while (windows < axis.output && Math.max(cellsOf(axis, 2 * windows), 2 * windows) <= most) windows *= 2;
  return { blocks: 1, windows, cells: Math.min(cellsOf(axis, windows), axis.input) };
}

/** The most cells that so many neighbouring windows cover. */
function cellsOf({ input, output, sliding }: PooledAxis, windows: number): number {
  return sliding === null
    ? Math.ceil((windows * input) / output) + 2
    : (windows - 1) * sliding.stride + sliding.kernel;
}
