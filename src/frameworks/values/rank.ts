import type { Shape, SpatialRank } from '../../pooling/index.ts';
import type { PythonValue } from '../python.ts';

export function asRank(count: number): SpatialRank | null {
  return count === 1 || count === 2 || count === 3 ? count : null;
}

/** The rank that the first tuple among some arguments implies; 2 when all are single ints. */
export function impliedRank(...values: readonly (PythonValue | undefined)[]): SpatialRank {
  for (const value of values) {
    const rank = value?.type === 'tuple' || value?.type === 'list' ? asRank(value.items.length) : null;
    if (rank !== null) return rank;
  }
  return 2;
}

/** Axes to pool in a shape with batch and channels. */
export const spatialRank = (shape: Shape): SpatialRank | null => asRank(shape.length - 2);
