import { at } from '../element.ts';
import type { PoolOperation, Window } from '../operation.ts';
import { firstSpatialAxis } from '../shape/axes.ts';
import { fractionalSize } from '../shape/fractional-size.ts';
import { slidingAxis, slidingCount } from '../shape/sliding-axis.ts';
import { adaptiveWindows } from './adaptive-windows.ts';
import { type AxisWindows, globalWindows, unitWindows } from './axis-windows.ts';
import { fractionalWindows, type Precision } from './fractional-windows.ts';
import { type Extent, type Grid, gridOf, toExtent, withExtent } from './grid.ts';
import { slidingWindows } from './sliding-windows.ts';

/** Which windows to reduce: those of each axis, over the planes of `outer` [from, to) × `inner` [from, to). */
export interface Plan {
  readonly input: Grid;
  readonly output: Grid;
  readonly windows: readonly [AxisWindows, AxisWindows, AxisWindows];
  readonly outerFrom: number;
  readonly outerTo: number;
  readonly innerFrom: number;
  readonly innerTo: number;
}

/** The random samples of fractional pooling and the precision they are used in. */
export interface Samples {
  /** Flat (plane, axis), as PyTorch's `_random_samples`: in two dimensions the width's sample comes first. */
  readonly values: ArrayLike<number>;
  readonly precision: Precision;
}

/**
 * The windows of an operation over an input of this shape: one plan for all planes, or one for each under fractional
 * pooling, whose windows differ from plane to plane. Throws RangeError for fractional pooling without samples.
 */
export function planWindows(
  operation: PoolOperation,
  shape: readonly number[],
  samples: Samples | null,
): readonly Plan[] {
  const { axes, window } = operation;
  const input = gridOf(axes, shape);
  const first = firstSpatialAxis(axes);
  const lengths = shape.slice(first, first + axes.rank);
  if (window.kind !== 'fractional') {
    const windows = lengths.map((length, axis) => axisWindows(window, axis, length));
    return [planOf(input, windows, null)];
  }
  if (samples === null) throw new RangeError('fractional pooling needs its random samples');
  return Array.from({ length: input.outer * input.inner }, (_, plane) => {
    const windows = lengths.map((length, axis) => {
      const output = fractionalSize(window.outputSize, axis, length) ?? 0;
      const sample = sampleOf(samples, plane, axis, axes.rank);
      return fractionalWindows(length, output, at(window.kernel, axis), sample, samples.precision);
    });
    return planOf(input, windows, plane);
  });
}

function axisWindows(
  window: Exclude<Window, { kind: 'fractional' }>,
  axis: number,
  input: number,
): AxisWindows {
  switch (window.kind) {
    case 'local': {
      const sliding = slidingAxis(window, axis, input);
      return slidingWindows(sliding, slidingCount(window, sliding).output);
    }
    case 'global':
      return globalWindows(input);
    case 'adaptive':
      return adaptiveWindows(input, at(window.outputSize, axis) ?? input);
  }
}

function planOf(input: Grid, axisWindowList: readonly AxisWindows[], plane: number | null): Plan {
  const windows = toExtent(axisWindowList, unitWindows);
  const extent: Extent = [windows[0].first.length, windows[1].first.length, windows[2].first.length];
  const output = withExtent(input, extent);
  const outer = plane === null ? null : Math.floor(plane / input.inner);
  const inner = plane === null ? null : plane % input.inner;
  return {
    input,
    output,
    windows,
    outerFrom: outer ?? 0,
    outerTo: outer === null ? input.outer : outer + 1,
    innerFrom: inner ?? 0,
    innerTo: inner === null ? input.inner : inner + 1,
  };
}

// PyTorch's two-dimensional kernel reads (width, height), its three-dimensional one (time, height, width).
function sampleOf(samples: Samples, plane: number, axis: number, rank: number): number {
  const sample = samples.values[plane * rank + (rank === 2 ? 1 - axis : axis)];
  if (sample === undefined) throw new RangeError(`no sample for plane ${plane}, axis ${axis}`);
  return sample;
}
