import type { Dtype } from '../../../frameworks/index.ts';

export type Library = 'numpy' | 'torch' | 'tensorflow' | 'jax';

/** An array as code makes it: row-major, never changed in place. */
export interface NdArray {
  readonly shape: readonly number[];
  /** Null where only the shape is known. */
  readonly data: Float64Array | null;
  readonly dtype: Dtype;
  /** Whether the code names the dtype. */
  readonly dtypeWritten: boolean;
  readonly library: Library;
}

/** The number of elements of a shape; infinite for one that has a bad axis. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (const length of shape) {
    if (!Number.isSafeInteger(length) || length < 0) return Number.POSITIVE_INFINITY;
    size *= length;
  }
  return size;
}

/** How far apart neighbours along each axis lie in a row-major array. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis -= 1) {
    strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1);
  }
  return strides;
}

/** Elements that may still be computed for one program; past it arrays keep only their shape. */
export class ElementBudget {
  private left: number;
  private readonly perArray: number;

  constructor(perArray: number, total: number) {
    this.perArray = perArray;
    this.left = total;
  }

  /** Whether an array of `size` elements may be filled. */
  take(size: number): boolean {
    if (size > this.perArray || size > this.left) return false;
    this.left -= size;
    return true;
  }
}

const integerArrays = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  int32: Int32Array,
} as const;

export const isFloat = (dtype: Dtype): boolean => dtype.includes('float');

/** A value as an element of that dtype holds it: integers lose their fraction and wrap around, booleans are 0 or 1. */
export function castTo(dtype: Dtype): (value: number) => number {
  if (isFloat(dtype)) return (value) => value;
  if (dtype === 'bool') return (value) => (value === 0 ? 0 : 1);
  if (dtype === 'int64') return (value) => Math.trunc(value);
  const one = new integerArrays[integerName(dtype)](1);
  return (value) => {
    one[0] = value;
    return one[0] ?? 0;
  };
}

function integerName(dtype: Dtype): keyof typeof integerArrays {
  return dtype === 'int8' || dtype === 'uint8' || dtype === 'int16' ? dtype : 'int32';
}
