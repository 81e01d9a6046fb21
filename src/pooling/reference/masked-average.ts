import { cell } from '../element.ts';
import type { Extra } from '../extra.ts';
import type { PoolOperation } from '../operation.ts';
import { type Grid, positionOf } from '../window/grid.ts';
import type { Plan } from '../window/plan.ts';

type Data = Float32Array | Float64Array;

/**
 * Averages each plane over the positions its batch entry's mask keeps: it selects before it sums, so that nothing
 * masked leaks in, and a row masked whole is 0/0 = NaN (Keras GlobalAveragePooling1D).
 */
export function maskedAverage(plan: Plan, mask: ArrayLike<number>, input: Data, output: Data): void {
  const { input: grid } = plan;
  for (let plane = 0; plane < grid.outer * grid.inner; plane++) {
    const kept = keptCells(grid, plane, mask);
    const sum = kept.reduce((total, index) => total + cell(input, positionOf(grid, plane, index)), 0);
    output[positionOf(plan.output, plane, 0)] = sum / kept.length;
  }
}

/** Which cells of a plane its mask keeps. */
export function keptCells(grid: Grid, plane: number, mask: ArrayLike<number>): readonly number[] {
  const base = Math.floor(plane / grid.channels) * grid.cells;
  const kept: number[] = [];
  for (let index = 0; index < grid.cells; index++) {
    const flag = mask[base + index];
    if (flag === undefined) throw new RangeError(`the mask has no entry ${base + index}`);
    if (flag !== 0) kept.push(index);
  }
  return kept;
}

/** The mask, if this is an operation that takes one. */
export function maskFor(operation: PoolOperation, extra: Extra): ArrayLike<number> | undefined {
  return operation.window.kind === 'global' ? extra.mask : undefined;
}
