import { at } from '../element.ts';
import type { Axes } from '../operation.ts';
import { channelAxis, firstSpatialAxis } from '../shape/axes.ts';

/** Lengths of the three spatial axes; those a lower rank lacks are 1 and stand in front. */
export type Extent = readonly [number, number, number];

/**
 * Any tensor seen as outer × map × inner: channels lie inside the map's cells under channels_last and outside under
 * channels_first. A plane is one channel of one batch entry; plane number = outer index * inner + inner index.
 */
export interface Grid {
  readonly outer: number;
  readonly inner: number;
  readonly channels: number;
  readonly extent: Extent;
  /** Cells of one map. */
  readonly cells: number;
}

/** Reads a shape by its axes. The shape has the rank that the axes describe. */
export function gridOf(axes: Axes, shape: readonly number[]): Grid {
  const channel = channelAxis(axes);
  const first = firstSpatialAxis(axes);
  const channels = channel === null ? 1 : at(shape, channel);
  const batches = shape.slice(0, axes.lead).reduce((product, length) => product * length, 1);
  const inside = axes.layout === 'channels_last';
  return withExtent(
    { outer: inside ? batches : batches * channels, inner: inside ? channels : 1, channels },
    toExtent(shape.slice(first, first + axes.rank), 1),
  );
}

/** The same batches and channels over maps of another size. */
export function withExtent(grid: Pick<Grid, 'outer' | 'inner' | 'channels'>, extent: Extent): Grid {
  const { outer, inner, channels } = grid;
  return { outer, inner, channels, extent, cells: extent[0] * extent[1] * extent[2] };
}

/** One to three entries as three, `filler` in front. */
export function toExtent<T>(entries: readonly T[], filler: T): readonly [T, T, T] {
  const [a = filler, b = filler, c = filler] = entries;
  if (entries.length === 1) return [filler, filler, a];
  return entries.length === 2 ? [filler, a, b] : [a, b, c];
}

/** Where a cell of a plane lies in the flat data. */
export function positionOf(grid: Grid, plane: number, cellIndex: number): number {
  const { inner, cells } = grid;
  return inner === 1
    ? plane * cells + cellIndex
    : (Math.floor(plane / inner) * cells + cellIndex) * inner + (plane % inner);
}
