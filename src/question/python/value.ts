import type { Dtype, PythonValue } from '../../frameworks/index.ts';
import type { Library, NdArray } from './array/ndarray.ts';
import type { Node } from './tree.ts';

export type Scalar = Extract<PythonValue, { type: 'int' | 'float' | 'str' | 'bool' | 'none' }>;

export type Scope = Map<string, Value>;

/** A function or method that the code defines. */
export interface Definition {
  readonly type: 'definition';
  readonly name: string;
  readonly node: Node;
  /** Where it was defined, and so what it knows. */
  readonly scope: Scope;
}

/** A class that the code defines. */
export interface ClassValue {
  readonly type: 'class';
  readonly name: string;
  /** The class it inherits from, where the code defines that too. */
  readonly base: ClassValue | null;
  /** The same as written, `nn.Module`. */
  readonly baseName: string | null;
  readonly members: Scope;
}

/** An object of such a class. */
export interface Instance {
  readonly type: 'instance';
  readonly of: ClassValue;
  /** What `self` holds, without the members of the class. */
  readonly own: Scope;
}

/** The result of a recorded call or of one of its applications; `item` where it is one of several results. */
export interface CallValue {
  readonly type: 'call';
  readonly call: number;
  readonly applied: number | null;
  readonly item: number | null;
}

/** A tensor that comes in from outside: a parameter of `forward`. */
export interface TensorValue {
  readonly type: 'tensor';
  readonly name: string;
}

/** The length of an axis of a tensor whose shape only a trace knows; `axis` null for all of them. */
export interface SizeValue {
  readonly type: 'size';
  readonly of: CallValue | TensorValue;
  readonly axis: number | null;
}

/** What an expression of the code stands for, as far as that can be known without running it. */
export type Value =
  | Scalar
  | { readonly type: 'tuple' | 'list'; readonly items: readonly Value[] }
  | { readonly type: 'dict'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly type: 'array'; readonly array: NdArray; readonly name: string | null }
  | { readonly type: 'dtype'; readonly dtype: Dtype }
  | { readonly type: 'slice'; readonly start: Value; readonly stop: Value; readonly step: Value }
  | { readonly type: 'ellipsis' }
  | CallValue
  | TensorValue
  | SizeValue
  /** The lengths of some axes, `x.size()[2:]`; `to` null up to the last. */
  | {
      readonly type: 'sizes';
      readonly of: CallValue | TensorValue;
      readonly from: number;
      readonly to: number | null;
    }
  /** Lengths multiplied with each other and with a number. */
  | { readonly type: 'product'; readonly factors: readonly SizeValue[]; readonly times: number }
  | Definition
  | ClassValue
  | Instance
  | { readonly type: 'unknown'; readonly name: string | null };

export const none: Value = { type: 'none' };
export const unknown: Value = { type: 'unknown', name: null };

export const intValue = (value: number): Value =>
  Number.isSafeInteger(value) ? { type: 'int', value: value === 0 ? 0 : value } : unknown;
export const floatValue = (value: number): Value => ({ type: 'float', value });
export const boolValue = (value: boolean): Value => ({ type: 'bool', value });
export const strValue = (value: string): Value => ({ type: 'str', value });
export const listValue = (items: readonly Value[]): Value => ({ type: 'list', items });
export const tupleValue = (items: readonly Value[]): Value => ({ type: 'tuple', items });
export const arrayValue = (array: NdArray): Value => ({ type: 'array', array, name: null });

/** The number a scalar stands for, True being 1; null for everything else. */
export function numberOf(value: Value | undefined): number | null {
  switch (value?.type) {
    case 'int':
    case 'float':
      return value.value;
    case 'bool':
      return value.value ? 1 : 0;
    default:
      return null;
  }
}

export function integerOf(value: Value | undefined): number | null {
  return value?.type === 'int' ? value.value : null;
}

/** The integers of a tuple or list, or of a single integer; null where anything else is among them. */
export function integersOf(value: Value | undefined): number[] | null {
  if (value === undefined) return null;
  const items = value.type === 'tuple' || value.type === 'list' ? value.items : [value];
  const integers: number[] = [];
  for (const item of items) {
    const integer = integerOf(item);
    if (integer === null) return null;
    integers.push(integer);
  }
  return integers;
}

/** True, False or null where the truth is not known. */
export function truthOf(value: Value): boolean | null {
  switch (value.type) {
    case 'none':
      return false;
    case 'int':
    case 'float':
    case 'bool':
      return value.value !== 0 && value.value !== false;
    case 'str':
      return value.value !== '';
    case 'tuple':
    case 'list':
      return value.items.length > 0;
    case 'dict':
      return value.entries.size > 0;
    default:
      return null;
  }
}

/** A value as it stands in an argument; what no Python literal can express keeps its source text. */
export function toPython(value: Value, source: string): PythonValue {
  switch (value.type) {
    case 'int':
    case 'float':
    case 'str':
    case 'bool':
    case 'none':
      return value;
    case 'tuple':
    case 'list': {
      const items = value.items.map((item) => toPython(item, source));
      return items.some((item) => item.type === 'expression')
        ? { type: 'expression', source }
        : { type: value.type, items };
    }
    default:
      return { type: 'expression', source };
  }
}

export const libraryOf: Readonly<Record<string, Library>> = {
  np: 'numpy',
  numpy: 'numpy',
  cp: 'numpy',
  torch: 'torch',
  th: 'torch',
  tf: 'tensorflow',
  tensorflow: 'tensorflow',
  K: 'tensorflow',
  jnp: 'jax',
  jax: 'jax',
  mx: 'jax',
};
