import { type ElementBudget, type NdArray, sizeOf, stridesOf } from './ndarray.ts';

/** The same elements under another shape, at most one axis of which is -1; null where the sizes don't fit. */
export function reshape(array: NdArray, wanted: readonly number[]): NdArray | null {
  const open = wanted.indexOf(-1);
  const known = sizeOf(wanted.filter((_, axis) => axis !== open));
  const size = sizeOf(array.shape);
  const rest = open < 0 ? 1 : size / known;
  if (known * rest !== size || !Number.isSafeInteger(rest)) return null;
  return { ...array, shape: wanted.map((length, axis) => (axis === open ? rest : length)) };
}

/** An axis counted from the end where negative, null where the array has no such axis. */
export function axisOf(axis: number, rank: number): number | null {
  const counted = axis < 0 ? axis + rank : axis;
  return Number.isInteger(counted) && counted >= 0 && counted < rank ? counted : null;
}

/** Axis `i` of the result is axis `order[i]` of the array; null where `order` is not a permutation. */
export function permute(array: NdArray, order: readonly number[], budget: ElementBudget): NdArray | null {
  const rank = array.shape.length;
  const axes = order.map((axis) => axisOf(axis, rank));
  if (axes.length !== rank || new Set(axes).size !== rank || axes.includes(null)) return null;
  const valid = axes.filter((axis) => axis !== null);
  const strides = stridesOf(array.shape);
  return gather(
    array,
    valid.map((axis) => array.shape[axis] ?? 1),
    valid.map((axis) => strides[axis] ?? 1),
    0,
    budget,
  );
}

export function swapAxes(
  array: NdArray,
  first: number,
  second: number,
  budget: ElementBudget,
): NdArray | null {
  const rank = array.shape.length;
  const [from, to] = [axisOf(first, rank), axisOf(second, rank)];
  if (from === null || to === null) return null;
  const order = array.shape.map((_, axis) => (axis === from ? to : axis === to ? from : axis));
  return permute(array, order, budget);
}

export function moveAxis(
  array: NdArray,
  source: number,
  destination: number,
  budget: ElementBudget,
): NdArray | null {
  const rank = array.shape.length;
  const [from, to] = [axisOf(source, rank), axisOf(destination, rank)];
  if (from === null || to === null) return null;
  const order = array.shape.map((_, axis) => axis).filter((axis) => axis !== from);
  return permute(array, order.toSpliced(to, 0, from), budget);
}

export function expandDims(array: NdArray, axis: number): NdArray | null {
  const place = axisOf(axis, array.shape.length + 1);
  return place === null ? null : { ...array, shape: array.shape.toSpliced(place, 0, 1) };
}

/** Takes out the axis of length 1, or all of them where none is named. */
export function squeeze(array: NdArray, axis: number | null): NdArray | null {
  if (axis === null) return { ...array, shape: array.shape.filter((length) => length !== 1) };
  const place = axisOf(axis, array.shape.length);
  if (place === null) return null;
  return array.shape[place] === 1 ? { ...array, shape: array.shape.toSpliced(place, 1) } : array;
}

/** The axes from `start` to `end` (inclusive) become one. */
export function flatten(array: NdArray, start: number, end: number): NdArray | null {
  const rank = array.shape.length;
  if (rank === 0) return { ...array, shape: [1] };
  const [from, to] = [axisOf(start, rank), axisOf(end, rank)];
  if (from === null || to === null || from > to) return null;
  const merged = sizeOf(array.shape.slice(from, to + 1));
  return { ...array, shape: array.shape.toSpliced(from, to - from + 1, merged) };
}

/** Repeats axes of length 1 up to `shape` (`expand`, `broadcast_to`; -1 keeps an axis). */
export function broadcastTo(array: NdArray, shape: readonly number[], budget: ElementBudget): NdArray | null {
  const added = shape.length - array.shape.length;
  if (added < 0) return null;
  const own = stridesOf(array.shape);
  const strides: number[] = [];
  const target: number[] = [];
  for (const [axis, length] of shape.entries()) {
    const has = axis < added ? 1 : (array.shape[axis - added] ?? 1);
    const wanted = length === -1 ? has : length;
    if (has !== wanted && has !== 1) return null;
    target.push(wanted);
    strides.push(axis < added || has === 1 ? 0 : (own[axis - added] ?? 1));
  }
  return gather(array, target, strides, 0, budget);
}

/** The elements at `offset + Σ index·stride`, for every index of `shape` in row-major order. */
export function gather(
  array: NdArray,
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
  budget: ElementBudget,
): NdArray | null {
  const size = sizeOf(shape);
  if (!Number.isFinite(size)) return null;
  if (!array.data || !budget.take(size)) return { ...array, shape, data: null };
  const data = new Float64Array(size);
  const places = positions(shape, strides, offset);
  for (let index = 0; index < size; index += 1) data[index] = array.data[places[index] ?? 0] ?? 0;
  return { ...array, shape, data };
}

/** Where the elements of a strided view lie in the array, in row-major order of the view. */
export function positions(
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
): Float64Array {
  const places = new Float64Array(sizeOf(shape));
  const index = new Array<number>(shape.length).fill(0);
  let place = offset;
  for (let element = 0; element < places.length; element += 1) {
    places[element] = place;
    for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
      const stride = strides[axis] ?? 0;
      index[axis] = (index[axis] ?? 0) + 1;
      place += stride;
      if ((index[axis] ?? 0) < (shape[axis] ?? 1)) break;
      place -= stride * (shape[axis] ?? 1);
      index[axis] = 0;
    }
  }
  return places;
}
