import { integerOf, type Value } from '../value.ts';
import { broadcastTo, gather, positions } from './arrange.ts';
import { castTo, type ElementBudget, type NdArray, stridesOf } from './ndarray.ts';

/** A strided view of an array: what a subscript picks out. */
export interface View {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/**
 * The view that integers, slices, `...` and None in a subscript pick. 'out-of-range' where an index lies outside or
 * there are too many; null for what else may stand there (arrays, masks, unknown values).
 */
export function viewOf(array: NdArray, index: readonly Value[]): View | 'out-of-range' | null {
  const consumed = index.filter((entry) => entry.type !== 'none' && entry.type !== 'ellipsis').length;
  const rank = array.shape.length;
  if (consumed > rank) return 'out-of-range';
  const own = stridesOf(array.shape);
  const shape: number[] = [];
  const strides: number[] = [];
  let offset = 0;
  let axis = 0;
  const keep = (count: number): void => {
    for (; count > 0; count -= 1, axis += 1) {
      shape.push(array.shape[axis] ?? 1);
      strides.push(own[axis] ?? 1);
    }
  };
  let ellipsis = false;
  for (const entry of index) {
    const length = array.shape[axis] ?? 0;
    const stride = own[axis] ?? 1;
    if (entry.type === 'none') {
      shape.push(1);
      strides.push(0);
    } else if (entry.type === 'ellipsis') {
      if (ellipsis) return 'out-of-range';
      ellipsis = true;
      keep(rank - consumed);
    } else if (entry.type === 'int') {
      const place = entry.value < 0 ? entry.value + length : entry.value;
      if (place < 0 || place >= length) return 'out-of-range';
      offset += place * stride;
      axis += 1;
    } else if (entry.type === 'slice') {
      const range = sliceRange(entry, length);
      if (!range) return null;
      shape.push(range.length);
      strides.push(stride * range.step);
      offset += range.length > 0 ? range.start * stride : 0;
      axis += 1;
    } else {
      return null;
    }
  }
  keep(rank - axis);
  return { shape, strides, offset };
}

/** Start, step and length of `start:stop:step` on an axis, by Python's rules; null where a part is not known. */
export function sliceRange(
  slice: Extract<Value, { type: 'slice' }>,
  length: number,
): { start: number; step: number; length: number } | null {
  const step = slice.step.type === 'none' ? 1 : integerOf(slice.step);
  if (step === null || step === 0) return null;
  const bound = (value: Value, fallback: number): number | null => {
    if (value.type === 'none') return fallback;
    const given = integerOf(value);
    if (given === null) return null;
    const counted = given < 0 ? given + length : given;
    return step > 0 ? Math.min(Math.max(counted, 0), length) : Math.min(Math.max(counted, -1), length - 1);
  };
  const start = bound(slice.start, step > 0 ? 0 : length - 1);
  const stop = bound(slice.stop, step > 0 ? length : -1);
  if (start === null || stop === null) return null;
  return { start, step, length: Math.max(0, Math.ceil((stop - start) / step)) };
}

export function select(array: NdArray, view: View, budget: ElementBudget): NdArray | null {
  return gather(array, view.shape, view.strides, view.offset, budget);
}

/** `array[view] = value`: a new array. What can't be told leaves only the shape. */
export function assign(
  array: NdArray,
  view: View | null,
  value: NdArray | null,
  budget: ElementBudget,
): NdArray | 'shapes' {
  if (!view || !value) return { ...array, data: null };
  const fitted = broadcastTo(value, view.shape, budget);
  if (!fitted) return 'shapes';
  if (!array.data || !fitted.data || !budget.take(array.data.length)) return { ...array, data: null };
  const data = array.data.slice();
  const cast = castTo(array.dtype);
  const places = positions(view.shape, view.strides, view.offset);
  for (let element = 0; element < places.length; element += 1) {
    data[places[element] ?? 0] = cast(fitted.data[element] ?? 0);
  }
  return { ...array, data };
}
