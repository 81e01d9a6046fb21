import { at } from './element.ts';
import type { LocalWindow, PoolOperation } from './operation.ts';
import { binEnd, binStart } from './shape/adaptive-bins.ts';
import { expectedRank, firstSpatialAxis } from './shape/axes.ts';
import { fractionalSize } from './shape/fractional-size.ts';
import { effectiveKernel } from './shape/same-padding.ts';
import { slidingAxis } from './shape/sliding-axis.ts';
import { fractionalWindows, single } from './window/fractional-windows.ts';
import { slidingWindow } from './window/sliding-windows.ts';

/** What one window covers along one spatial axis. */
export interface CoveredAxis {
  /** First position and one past the last, padding included: start may be negative, stop may pass the input. */
  readonly start: number;
  readonly stop: number;
  /** Distance from one cell to the next: the dilation. */
  readonly step: number;
  /** The real cells: firstReal, firstReal + step, … */
  readonly firstReal: number;
  readonly realCount: number;
  /** Real cells and padding cells, but none past the padding. */
  readonly countedCount: number;
}

/** Which input cells one output cell covers, in each channel on its own. */
export interface CoveredWindow {
  readonly axes: readonly CoveredAxis[];
  readonly realCells: number;
  readonly countedCells: number;
  /** What an average divides by; null for other reductions. */
  readonly divisor: number | null;
}

/**
 * The window behind the output cell at `outputCell`, one position per spatial axis (0 for a global one, kept or not).
 * Fractional pooling needs the plane's own `samples`, ordered as in `_random_samples`, and works in single precision.
 * Throws RangeError on a wrong number of axes or missing samples.
 */
export function windowAt(
  operation: PoolOperation,
  shape: readonly number[],
  outputCell: readonly number[],
  samples: readonly number[] = [],
): CoveredWindow {
  const { axes, window, reduce } = operation;
  if (shape.length !== expectedRank(axes) || outputCell.length !== axes.rank) {
    throw new RangeError(`expected ${expectedRank(axes)} axes and ${axes.rank} positions`);
  }
  const first = firstSpatialAxis(axes);
  const covered = outputCell.map((index, axis) =>
    coverAxis(operation, axis, at(shape, first + axis), index, samples),
  );
  const realCells = covered.reduce((product, { realCount }) => product * realCount, 1);
  const countedCells = covered.reduce((product, { countedCount }) => product * countedCount, 1);
  const divisor = window.kind === 'local' ? localDivisor(window, realCells, countedCells) : realCells;
  return { axes: covered, realCells, countedCells, divisor: reduce.kind === 'average' ? divisor : null };
}

/** The real cells of a window as positions along the spatial axes, in row-major order. */
export function realCells(window: CoveredWindow): readonly (readonly number[])[] {
  return window.axes.reduce<readonly (readonly number[])[]>(
    (cells, axis) => cells.flatMap((cell) => realPositions(axis).map((position) => [...cell, position])),
    [[]],
  );
}

/** The real positions along one axis. */
function realPositions(axis: CoveredAxis): readonly number[] {
  return Array.from({ length: axis.realCount }, (_, index) => axis.firstReal + index * axis.step);
}

function localDivisor(window: LocalWindow, real: number, counted: number): number {
  if (window.divisor.kind === 'fixed') return window.divisor.value;
  return window.divisor.kind === 'padded' ? counted : real;
}

function coverAxis(
  operation: PoolOperation,
  axis: number,
  input: number,
  index: number,
  samples: readonly number[],
): CoveredAxis {
  const { window } = operation;
  switch (window.kind) {
    case 'local': {
      const sliding = slidingAxis(window, axis, input);
      const { start, first, count, counted } = slidingWindow(sliding, index);
      const stop = start + effectiveKernel(sliding.kernel, sliding.dilation);
      const step = sliding.dilation;
      return { start, stop, step, firstReal: first, realCount: count, countedCount: counted };
    }
    case 'global':
      return solid(0, input);
    case 'adaptive': {
      const output = at(window.outputSize, axis) ?? input;
      return solid(binStart(index, input, output), binEnd(index, input, output));
    }
    case 'fractional': {
      const output = fractionalSize(window.outputSize, axis, input) ?? 0;
      const kernel = at(window.kernel, axis);
      const sample = at(samples, operation.axes.rank === 2 ? 1 - axis : axis);
      const start = at(fractionalWindows(input, output, kernel, sample, single).first, index);
      return solid(start, start + kernel);
    }
  }
}

/** A window without gaps or padding. */
function solid(start: number, stop: number): CoveredAxis {
  const cells = stop - start;
  return { start, stop, step: 1, firstReal: start, realCount: cells, countedCount: cells };
}
