import type { Dtype } from '../../../frameworks/index.ts';
import type { Value } from '../value.ts';
import { isFloat, type Library, type NdArray } from './ndarray.ts';
import type { NumberKind } from './nested.ts';

const ownNames: Readonly<Record<Dtype, Dtype>> = {
  float16: 'float16',
  bfloat16: 'bfloat16',
  float32: 'float32',
  float64: 'float64',
  int8: 'int8',
  uint8: 'uint8',
  int16: 'int16',
  int32: 'int32',
  int64: 'int64',
  bool: 'bool',
};

const dtypeNames: Readonly<Record<string, Dtype>> = {
  ...ownNames,
  float: 'float32',
  half: 'float16',
  double: 'float64',
  short: 'int16',
  int: 'int32',
  long: 'int64',
  byte: 'uint8',
  bool_: 'bool',
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
  i4: 'int32',
  i8: 'int64',
  u1: 'uint8',
  single: 'float32',
};

/** The dtype called `name` (`float32`, `torch.half` without its module, `f4`), null where it is none that we hold. */
export function dtypeNamed(name: string): Dtype | null {
  return (Object.hasOwn(dtypeNames, name) && dtypeNames[name]) || null;
}

/** The dtype of a `dtype=` argument: `np.float32`, `'float32'`, Python's own `float` (64 bits in NumPy). */
export function dtypeOf(value: Value | undefined, library: Library): Dtype | null {
  if (value?.type === 'dtype') return value.dtype;
  if (value?.type === 'str') return dtypeNamed(value.value.replace(/^[<>=|]/, ''));
  if (value?.type !== 'unknown') return null;
  if (value.name === 'float') return library === 'numpy' ? 'float64' : 'float32';
  if (value.name === 'int') return library === 'tensorflow' ? 'int32' : 'int64';
  return value.name === 'bool' ? 'bool' : null;
}

/** What a library makes of Python numbers when no dtype is given (numpy 2, torch 2, tf 2, jax without x64). */
export function defaultDtype(library: Library, kind: NumberKind): Dtype {
  if (kind === 'bool') return 'bool';
  if (kind === 'int') return library === 'numpy' || library === 'torch' ? 'int64' : 'int32';
  return library === 'numpy' ? 'float64' : 'float32';
}

const width = (dtype: Dtype): number =>
  dtype === 'bool' ? 1 : Number.parseInt(dtype.replace(/^\D+/, ''), 10);

/** The dtype of a result of two arrays: a float wins over an integer, then the wider one. */
export function promote(left: NdArray, right: NdArray): Dtype {
  const first = left.dtype;
  const second = right.dtype;
  if (isFloat(first) !== isFloat(second)) {
    const numpyMix = left.library === 'numpy' && (width(first) > 16 || width(second) > 16);
    if (numpyMix && width(isFloat(first) ? second : first) > 16) return 'float64';
    return isFloat(first) ? first : second;
  }
  return width(second) > width(first) ? second : first;
}
