import { cell } from '../element.ts';
import type { PoolOperation } from '../operation.ts';
import { nowhere } from '../reference/extreme.ts';
import { type LpReduce, locateLargest, lpScale, sumPowers } from '../reference/lp.ts';
import { eachCell } from '../window/each-cell.ts';
import type { Plan } from '../window/plan.ts';
import { slide } from '../window/slide.ts';

type Data = Float32Array | Float64Array;

/**
 * The gradient of (c sum x^p)^(1/p), which is c x^(p-1) (c sum x^p)^(1/p - 1); of |x|^p with x's sign. Where the sum
 * is zero the gradient is set to zero (PyTorch lp_pool2d). An infinite norm routes it as a maximum does.
 */
export function lpGradient(
  plan: Plan,
  operation: PoolOperation,
  reduce: LpReduce,
  input: Data,
  upstream: Data,
  gradient: Float64Array,
): void {
  if (reduce.norm === Number.POSITIVE_INFINITY) {
    routeToLargest(plan, reduce, input, upstream, gradient);
    return;
  }
  slide(plan, (target, start, patch) => {
    const scale = lpScale(operation, reduce, patch);
    const sum = sumPowers(input, start, patch, reduce) * scale;
    if (sum === 0) return;
    const share = cell(upstream, target) * scale * sum ** (1 / reduce.norm - 1);
    eachCell(start, patch, (position) => {
      gradient[position] = cell(gradient, position) + share * slope(cell(input, position), reduce);
    });
  });
}

function slope(value: number, reduce: LpReduce): number {
  if (reduce.sign === 'raw') return value ** (reduce.norm - 1);
  return value === 0 ? 0 : Math.sign(value) * Math.abs(value) ** (reduce.norm - 1);
}

function routeToLargest(
  plan: Plan,
  reduce: LpReduce,
  input: Data,
  upstream: Data,
  gradient: Float64Array,
): void {
  slide(plan, (target, start, patch) => {
    const position = locateLargest(input, start, patch, reduce);
    if (position === nowhere) return;
    const sign = reduce.sign === 'absolute' && cell(input, position) < 0 ? -1 : 1;
    gradient[position] = cell(gradient, position) + sign * cell(upstream, target);
  });
}
