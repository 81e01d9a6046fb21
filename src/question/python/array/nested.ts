import type { Value } from '../value.ts';
import { numberOf } from '../value.ts';

/** Nested lists read as an array, or why they are none. */
export type Nested =
  | {
      readonly ok: true;
      readonly shape: readonly number[];
      readonly values: readonly number[];
      readonly kind: NumberKind;
    }
  | {
      readonly ok: false;
      readonly reason: 'ragged';
      readonly row: number;
      readonly expected: number;
      readonly found: number;
    }
  | { readonly ok: false; readonly reason: 'not-a-number' };

/** The widest kind of number in the list, which is what a library's default dtype goes by. */
export type NumberKind = 'bool' | 'int' | 'float';

/** The shape and the numbers of nested lists or tuples of numbers, row-major; arrays in them count as lists. */
export function readNested(value: Value): Nested {
  const shape: number[] = [];
  for (let level: Value | undefined = value; level !== undefined; ) {
    if (level.type === 'array') {
      shape.push(...level.array.shape);
      break;
    }
    if (level.type !== 'list' && level.type !== 'tuple') break;
    shape.push(level.items.length);
    level = level.items[0];
  }
  const values: number[] = [];
  const kinds = new Set<NumberKind>();
  const problem = collect(value, shape, 0, values, kinds);
  if (problem) return problem;
  const kind = kinds.has('float') || values.length === 0 ? 'float' : kinds.has('int') ? 'int' : 'bool';
  return { ok: true, shape, values, kind };
}

function collect(
  value: Value,
  shape: readonly number[],
  axis: number,
  values: number[],
  kinds: Set<NumberKind>,
): Nested | null {
  if (value.type === 'array') {
    const { data, dtype } = value.array;
    if (!data || value.array.shape.join() !== shape.slice(axis).join()) {
      return { ok: false, reason: 'not-a-number' };
    }
    for (const element of data) values.push(element);
    kinds.add(dtype === 'bool' ? 'bool' : dtype.includes('int') ? 'int' : 'float');
    return null;
  }
  const expected = shape[axis];
  if (value.type === 'list' || value.type === 'tuple') {
    if (expected === undefined) {
      return { ok: false, reason: 'ragged', row: 1, expected: 1, found: value.items.length };
    }
    for (const [index, item] of value.items.entries()) {
      const found = lengthOf(item);
      const wanted = shape[axis + 1] ?? 1;
      const nested = item.type === 'list' || item.type === 'tuple';
      if ((nested || axis + 1 < shape.length) && found !== null && found !== wanted) {
        return { ok: false, reason: 'ragged', row: index + 1, expected: wanted, found };
      }
      const problem = collect(item, shape, axis + 1, values, kinds);
      if (problem) return problem;
    }
    return null;
  }
  const number = numberOf(value);
  if (number === null || expected !== undefined) return { ok: false, reason: 'not-a-number' };
  values.push(number);
  kinds.add(value.type === 'bool' ? 'bool' : value.type === 'int' ? 'int' : 'float');
  return null;
}

function lengthOf(value: Value): number | null {
  if (value.type === 'list' || value.type === 'tuple') return value.items.length;
  if (value.type === 'array') return value.array.shape[0] ?? 1;
  return numberOf(value) === null ? null : 1;
}
