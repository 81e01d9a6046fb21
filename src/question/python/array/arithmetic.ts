import type { Dtype } from '../../../frameworks/index.ts';
import { gather } from './arrange.ts';
import { promote } from './dtype.ts';
import { castTo, type ElementBudget, isFloat, type NdArray, sizeOf, stridesOf } from './ndarray.ts';

/** Python's remainder: it has the divisor's sign. */
export const modulo = (left: number, right: number): number => left - right * Math.floor(left / right);

const operations: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '//': (left, right) => Math.floor(left / right),
  '%': modulo,
  '**': (left, right) => left ** right,
  '<': (left, right) => Number(left < right),
  '<=': (left, right) => Number(left <= right),
  '>': (left, right) => Number(left > right),
  '>=': (left, right) => Number(left >= right),
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
};

const comparisons = new Set(['<', '<=', '>', '>=', '==', '!=']);

export function isOperator(operator: string): boolean {
  return Object.hasOwn(operations, operator);
}

/** Element by element with broadcasting; null where the operator is none of these, 'shapes' where they don't fit. */
export function combine(
  operator: string,
  left: NdArray,
  right: NdArray,
  budget: ElementBudget,
): NdArray | 'shapes' | null {
  const operation = operations[operator];
  if (!operation) return null;
  const shape = broadcastShape(left.shape, right.shape);
  if (!shape) return 'shapes';
  const dtype = resultDtype(operator, left, right);
  const made = { ...left, shape, dtype, dtypeWritten: left.dtypeWritten || right.dtypeWritten };
  const size = sizeOf(shape);
  const integerDivision = operator === '//' || operator === '%';
  const byZero = integerDivision && !isFloat(dtype) && (right.data?.includes(0) ?? false);
  if (byZero || !left.data || !right.data || !budget.take(size)) return { ...made, data: null };
  const first = stretched(left, shape, budget);
  const second = stretched(right, shape, budget);
  if (!first || !second) return { ...made, data: null };
  const cast = castTo(dtype);
  const data = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    data[index] = cast(operation(first[index] ?? 0, second[index] ?? 0));
  }
  return { ...made, data };
}

/** The shape that both shapes are stretched to; null where an axis fits neither. */
export function broadcastShape(first: readonly number[], second: readonly number[]): number[] | null {
  const rank = Math.max(first.length, second.length);
  const shape: number[] = [];
  for (let axis = 0; axis < rank; axis += 1) {
    const one = first[axis - rank + first.length] ?? 1;
    const other = second[axis - rank + second.length] ?? 1;
    if (one !== other && one !== 1 && other !== 1) return null;
    shape.push(one === 1 ? other : one);
  }
  return shape;
}

function stretched(array: NdArray, shape: readonly number[], budget: ElementBudget): Float64Array | null {
  if (array.shape.join() === shape.join()) return array.data;
  const added = shape.length - array.shape.length;
  const own = stridesOf(array.shape);
  const strides = shape.map((_, axis) =>
    axis < added || array.shape[axis - added] === 1 ? 0 : (own[axis - added] ?? 0),
  );
  return gather(array, shape, strides, 0, budget)?.data ?? null;
}

function resultDtype(operator: string, left: NdArray, right: NdArray): Dtype {
  if (comparisons.has(operator)) return 'bool';
  const dtype = promote(left, right);
  if (operator !== '/' || isFloat(dtype)) return dtype === 'bool' && operator !== '/' ? 'int64' : dtype;
  return left.library === 'torch' || left.library === 'jax' ? 'float32' : 'float64';
}

/** A Python number as an array that takes the other operand's dtype, unless that would lose a fraction. */
export function scalarArray(value: number, integer: boolean, other: NdArray): NdArray {
  const fits = integer || isFloat(other.dtype);
  const wide = other.library === 'numpy' ? 'float64' : 'float32';
  return {
    shape: [],
    data: Float64Array.of(value),
    dtype: fits ? other.dtype : wide,
    dtypeWritten: false,
    library: other.library,
  };
}

/** Every element through `operation`, the dtype kept. */
export function mapElements(
  array: NdArray,
  operation: (value: number) => number,
  budget: ElementBudget,
): NdArray {
  if (!array.data || !budget.take(array.data.length)) return { ...array, data: null };
  const cast = castTo(array.dtype);
  return { ...array, data: array.data.map((value) => cast(operation(value))) };
}

/** `astype`: the same elements in another dtype. */
export function convertTo(dtype: Dtype, array: NdArray, budget: ElementBudget): NdArray {
  return mapElements({ ...array, dtype, dtypeWritten: true }, (value) => value, budget);
}
