import { cell } from '../element.ts';
import type { PoolOperation, Reduce } from '../operation.ts';
import type { Plan } from '../window/plan.ts';
import { cellCount, type Patch, slide } from '../window/slide.ts';
import { extremeAt, locateExtreme } from './extreme.ts';

type Data = Float32Array | Float64Array;
export type LpReduce = Extract<Reduce, { kind: 'lp' }>;

/**
 * The p-norm of every window: (sum of x^p)^(1/p), or of |x|^p (ONNX). Without absolute values a negative sum has no
 * root but for p = 1, and gives NaN, as PyTorch does. Padding adds nothing.
 */
export function lp(plan: Plan, operation: PoolOperation, reduce: LpReduce, input: Data, output: Data): void {
  slide(plan, (target, start, patch) => {
    if (reduce.norm === Number.POSITIVE_INFINITY) {
      output[target] = largest(input, start, patch, reduce);
      return;
    }
    const sum = sumPowers(input, start, patch, reduce) * lpScale(operation, reduce, patch);
    output[target] = sum ** (1 / reduce.norm);
  });
}

/** Sum of the window's p-th powers, before any scale and root. */
export function sumPowers(data: Data, start: number, patch: Readonly<Patch>, reduce: LpReduce): number {
  const absolute = reduce.sign === 'absolute';
  let sum = 0;
  for (let z = 0; z < patch.planes; z++) {
    for (let y = 0; y < patch.rows; y++) {
      let position = start + z * patch.planeStride + y * patch.rowStride;
      for (let x = 0; x < patch.columns; x++) {
        const value = cell(data, position);
        sum += (absolute ? Math.abs(value) : value) ** reduce.norm;
        position += patch.columnStride;
      }
    }
  }
  return sum;
}

/**
 * What PyTorch scales the sum of a clipped window by: it takes the average, whose divisor is clipped, times the cells
 * of a whole window. 1 elsewhere.
 */
export function lpScale(operation: PoolOperation, reduce: LpReduce, patch: Readonly<Patch>): number {
  if (operation.window.kind !== 'local' || reduce.clipped === 'as-is') return 1;
  return operation.window.kernel.reduce((product, length) => product * length, 1) / cellCount(patch);
}

/** Position of the cell that an infinite norm picks: the largest value, or the largest in size. */
export function locateLargest(data: Data, start: number, patch: Readonly<Patch>, reduce: LpReduce): number {
  const top = locateExtreme(data, start, patch, { kind: 'max', nan: 'propagate' });
  if (reduce.sign === 'raw' || top < 0) return top;
  const bottom = locateExtreme(data, start, patch, { kind: 'min', nan: 'propagate' });
  return -cell(data, bottom) > cell(data, top) ? bottom : top;
}

function largest(data: Data, start: number, patch: Readonly<Patch>, reduce: LpReduce): number {
  const position = locateLargest(data, start, patch, reduce);
  const value = extremeAt(data, position, { kind: 'max', nan: 'propagate' });
  return reduce.sign === 'raw' ? value : Math.abs(value);
}
