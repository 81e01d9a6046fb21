import { cell } from '../element.ts';
import type { PoolOperation } from '../operation.ts';
import { divisorIn, divisorOf } from '../reference/divisor.ts';
import { keptCells } from '../reference/masked-average.ts';
import { eachCell } from '../window/each-cell.ts';
import { positionOf } from '../window/grid.ts';
import type { Plan } from '../window/plan.ts';
import { slide } from '../window/slide.ts';

type Data = Float32Array | Float64Array;

/** Every real cell of a window gets the window's upstream over its divisor; overlapping windows add. */
export function averageGradient(
  plan: Plan,
  operation: PoolOperation,
  upstream: Data,
  gradient: Float64Array,
): void {
  const divisor = divisorOf(operation);
  slide(plan, (target, start, patch) => {
    const share = cell(upstream, target) / divisorIn(patch, divisor);
    eachCell(start, patch, (position) => {
      gradient[position] = cell(gradient, position) + share;
    });
  });
}

/** Under a mask only the kept cells of a plane share its upstream. */
export function maskedAverageGradient(
  plan: Plan,
  mask: ArrayLike<number>,
  upstream: Data,
  gradient: Float64Array,
): void {
  const { input: grid } = plan;
  for (let plane = 0; plane < grid.outer * grid.inner; plane++) {
    const kept = keptCells(grid, plane, mask);
    const share = cell(upstream, positionOf(plan.output, plane, 0)) / kept.length;
    for (const index of kept) gradient[positionOf(grid, plane, index)] = share;
  }
}
