import type { Axes, PoolOperation } from '../operation.ts';
import { firstSpatialAxis } from '../shape/axes.ts';
import { gridOf } from '../window/grid.ts';
import { isIdle, type PooledAxis, pooledAxis } from './axis.ts';

/** A tensor as the kernels see it: `outer` blocks of the pooled axes, outermost first, over cells of `inner` floats. */
export interface PooledMap {
  readonly outer: number;
  readonly axes: readonly PooledAxis[];
  readonly inner: number;
}

/**
 * Reads a shape by an operation. Idle axes in front and behind become part of the blocks and the cells. Null where the
 * kernels do not pool: other windows, empty axes, nothing to do.
 */
export function pooledMap(operation: PoolOperation, shape: readonly number[]): PooledMap | null {
  const { axes } = operation;
  const { inner, outer } = gridOf(axes, shape);
  const found = lengthsOf(axes, shape).map((length, axis) => pooledAxis(operation, axis, length));
  const pooled = found.filter((axis) => axis !== null);
  if (pooled.length < found.length || pooled.some(isEmpty) || inner * outer === 0) return null;
  const first = pooled.findIndex((axis) => !isIdle(axis));
  const last = pooled.findLastIndex((axis) => !isIdle(axis));
  if (first < 0) return null;
  return {
    outer: pooled.slice(0, first).reduce((product, axis) => product * axis.input, outer),
    axes: pooled.slice(first, last + 1),
    inner: pooled.slice(last + 1).reduce((product, axis) => product * axis.input, inner),
  };
}

function lengthsOf(axes: Axes, shape: readonly number[]): readonly number[] {
  const first = firstSpatialAxis(axes);
  return shape.slice(first, first + axes.rank);
}

function isEmpty({ input, output }: PooledAxis): boolean {
  return input <= 0 || output <= 0;
}
