import { axisOf, expandDims } from './arrange.ts';
import { generate } from './create.ts';
import { type ElementBudget, type NdArray, sizeOf, stridesOf } from './ndarray.ts';

/** The arrays one after the other along `axis`, or along a new axis there (`stacked`); null where they don't fit. */
export function joinArrays(
  arrays: readonly NdArray[],
  axis: number,
  stacked: boolean,
  budget: ElementBudget,
): NdArray | null {
  const parts: NdArray[] = [];
  for (const array of arrays) {
    const part = stacked ? expandDims(array, axis) : array;
    if (part) parts.push(part);
  }
  const [first] = parts;
  const place = first ? axisOf(axis, first.shape.length) : null;
  if (!first || place === null || parts.length !== arrays.length) return null;
  const along = place;
  const others = (shape: readonly number[]): string => shape.toSpliced(along, 1).join();
  if (parts.some((part) => others(part.shape) !== others(first.shape))) return null;
  const total = parts.reduce((sum, part) => sum + (part.shape[along] ?? 1), 0);
  const shape = first.shape.with(along, total);
  const inner = sizeOf(first.shape.slice(along + 1));
  const known = parts.every((part) => part.data !== null);
  return generate(first, shape, budget, known ? elementOf : null);

  function elementOf(index: number): number {
    const outer = Math.floor(index / (total * inner));
    let place = Math.floor(index / inner) % total;
    for (const part of parts) {
      const length = part.shape[along] ?? 1;
      if (place < length) return part.data?.[(outer * length + place) * inner + (index % inner)] ?? 0;
      place -= length;
    }
    return 0;
  }
}

/** The whole array several times along each axis (`np.tile`, PyTorch's `repeat`). */
export function repeatArray(
  array: NdArray,
  counts: readonly number[],
  budget: ElementBudget,
): NdArray | null {
  const rank = Math.max(counts.length, array.shape.length);
  const own = [...new Array<number>(rank - array.shape.length).fill(1), ...array.shape];
  const times = [...new Array<number>(rank - counts.length).fill(1), ...counts];
  const shape = own.map((length, axis) => length * (times[axis] ?? 1));
  const outer = stridesOf(shape);
  const inner = stridesOf(own);
  const { data } = array;
  return generate(
    array,
    shape,
    budget,
    data &&
      ((index) => {
        let place = 0;
        for (let axis = 0; axis < rank; axis += 1) {
          const at = Math.floor(index / (outer[axis] ?? 1)) % (shape[axis] ?? 1);
          place += (at % (own[axis] ?? 1)) * (inner[axis] ?? 1);
        }
        return data[place] ?? 0;
      }),
  );
}
