import { type Dimension, forward, inferShape, type Operation, type PoolOperation } from '../pooling/index.ts';
import type { Example } from './outcome.ts';

/** A map with more cells than this is too large to follow number by number. */
const mostCells = 64;

/**
 * The operation on one channel with the values 1, 2, 3 … row by row, where the spatial sizes are known and few enough
 * to show; null otherwise, for random pooling and for unpooling, whose result hangs on indices.
 */
export function workedExample(operation: Operation, spatial: readonly Dimension[]): Example | null {
  const sizes = spatial.filter((size) => size !== null);
  const cells = sizes.reduce((product, size) => product * size, 1);
  if (operation.kind === 'unpool' || operation.window.kind === 'fractional') return null;
  if (sizes.length < spatial.length || cells > mostCells || cells === 0) return null;
  const alone: PoolOperation = { ...operation, axes: { ...operation.axes, lead: 0, channels: false } };
  const outputs = inferShape(alone, sizes).output;
  if (outputs.some((size) => size === null || size < 1)) return null;
  const input = { shape: sizes, data: Float64Array.from({ length: cells }, (_, cell) => cell + 1) };
  return { input, output: forward(alone, input).output, operation: alone };
}
