import type { PythonValue } from '../python.ts';

/** The source of the first part that could not be evaluated, null if all of the value is known. */
export function unknownPart(value: PythonValue): string | null {
  if (value.type === 'expression') return value.source;
  if (value.type !== 'tuple' && value.type !== 'list') return null;
  for (const item of value.items) {
    const source = unknownPart(item);
    if (source !== null) return source;
  }
  return null;
}

/** Whether a positional argument can only be data: a name, or an array written out. */
export function looksLikeTensor(value: PythonValue): boolean {
  if (value.type === 'expression') return true;
  return (
    (value.type === 'list' || value.type === 'tuple') &&
    value.items.some((item) => item.type === 'list' || item.type === 'tuple')
  );
}
