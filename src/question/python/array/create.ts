import type { Dtype } from '../../../frameworks/index.ts';
import { castTo, type ElementBudget, type Library, type NdArray, sizeOf } from './ndarray.ts';

export interface Made {
  readonly dtype: Dtype;
  readonly dtypeWritten: boolean;
  readonly library: Library;
}

/** An array of `shape` whose element number `index` (row-major) is `element(index)`. */
export function generate(
  made: Made,
  shape: readonly number[],
  budget: ElementBudget,
  element: ((index: number) => number) | null,
): NdArray | null {
  const size = sizeOf(shape);
  if (!Number.isFinite(size)) return null;
  if (element === null || !budget.take(size)) return { ...made, shape, data: null };
  const cast = castTo(made.dtype);
  const data = new Float64Array(size);
  for (let index = 0; index < size; index += 1) data[index] = cast(element(index));
  return { ...made, shape, data };
}

/** `arange(start, stop, step)`: as many elements as numpy makes, null for a step of 0. */
export function arange(
  made: Made,
  start: number,
  stop: number,
  step: number,
  budget: ElementBudget,
): NdArray | null {
  const length = Math.max(0, Math.ceil((stop - start) / step));
  return Number.isSafeInteger(length)
    ? generate(made, [length], budget, (index) => start + index * step)
    : null;
}

/** `linspace(start, stop, num)`, both ends included unless `endpoint` is false. */
export function linspace(
  made: Made,
  start: number,
  stop: number,
  num: number,
  endpoint: boolean,
  budget: ElementBudget,
): NdArray | null {
  const gaps = endpoint ? num - 1 : num;
  return generate(made, [num], budget, (index) =>
    endpoint && index === num - 1 && num > 1
      ? stop
      : start + (gaps > 0 ? (index * (stop - start)) / gaps : 0),
  );
}

/** `eye(rows, columns, k)`: ones on the k-th diagonal. */
export function eye(
  made: Made,
  rows: number,
  columns: number,
  k: number,
  budget: ElementBudget,
): NdArray | null {
  return generate(made, [rows, columns], budget, (index) =>
    (index % columns) - Math.floor(index / columns) === k ? 1 : 0,
  );
}
