import { int, intTuple } from '../literal.ts';
import type { Argument, PythonValue } from '../python.ts';
import { repr } from '../repr.ts';

export const named = (name: string, value: PythonValue): Argument => ({ name, value });

/** One int where all axes agree, a tuple where they don't. */
export function compact(values: readonly number[]): PythonValue {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? int(first) : intTuple(values);
}

/** `name(a, b=2)` as Python code; strings in double quotes, as courses write them. */
export function call(name: string, given: readonly Argument[], positional: readonly string[] = []): string {
  const keywords = given.map(({ name: key, value }) =>
    key === null ? code(value) : `${key}=${code(value)}`,
  );
  return `${name}(${[...positional, ...keywords].join(', ')})`;
}

function code(value: PythonValue): string {
  if (value.type === 'float' && !Number.isFinite(value.value)) return `float("${repr(value)}")`;
  return value.type === 'str' ? `"${value.value}"` : repr(value);
}
