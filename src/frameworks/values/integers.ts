import type { PythonValue } from '../python.ts';

/** An int as Python sees one: `True` counts as 1. */
export function asInt(value: PythonValue | undefined): number | null {
  if (value?.type === 'int') return value.value;
  return value?.type === 'bool' ? Number(value.value) : null;
}

/** A tuple or list of ints; null where any item is something else. */
export function asInts(value: PythonValue | undefined): readonly number[] | null {
  if (value?.type !== 'tuple' && value?.type !== 'list') return null;
  const numbers: number[] = [];
  for (const item of value.items) {
    const number = asInt(item);
    if (number === null) return null;
    numbers.push(number);
  }
  return numbers;
}

export const repeated = (value: number, times: number): readonly number[] =>
  Array.from({ length: times }, () => value);

/** Truth as Python tests it: `ceil_mode=1` is on. */
export function isTruthy(value: PythonValue | undefined): boolean {
  switch (value?.type) {
    case undefined:
    case 'none':
      return false;
    case 'bool':
      return value.value;
    case 'int':
    case 'float':
      return value.value !== 0;
    case 'str':
      return value.value !== '';
    case 'tuple':
    case 'list':
      return value.items.length > 0;
    case 'expression':
      return true;
  }
}
