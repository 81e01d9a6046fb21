import type { NdArray } from '../array/ndarray.ts';
import { type Nested, readNested } from '../array/nested.ts';
import type { CodeArray } from '../program.ts';
import type { Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import type { Value } from '../value.ts';

/** Notes an array that is bound, handed to a call or stands by itself; the same array is noted once. */
export function landArray(reading: Reading, value: Value, name: string | null, node: Node): CodeArray | null {
  if (value.type === 'array') return note(reading, value.array, name ?? value.name, 'array', node);
  if (value.type !== 'list' && value.type !== 'tuple') return null;
  const nested = readNested(value);
  if (!nested.ok) {
    if (nested.reason === 'ragged' && value.type === 'list' && allRows(value.items)) {
      reportRagged(reading, nested, node);
    }
    return null;
  }
  if (nested.values.length === 0 || (nested.shape.length < 2 && value.type === 'tuple')) return null;
  const data = Float64Array.from(nested.values);
  const array = {
    shape: nested.shape,
    data,
    dtype: 'float32',
    dtypeWritten: false,
    library: 'numpy',
  } as const;
  return note(reading, array, name, 'list', node);
}

function reportRagged(
  reading: Reading,
  { row, expected, found }: Extract<Nested, { reason: 'ragged' }>,
  node: Node,
): void {
  reading.report({ kind: 'ragged', row, expected, found, span: reading.spanOf(node) });
}

const allRows = (items: readonly Value[]): boolean =>
  items.length > 1 && items.every((item) => item.type === 'list' || item.type === 'tuple');

function note(
  reading: Reading,
  array: NdArray,
  name: string | null,
  notation: 'list' | 'array',
  node: Node,
): CodeArray {
  const known = reading.landed.find((landed) => landed.source === array);
  if (known) return known.array;
  const landed: CodeArray = {
    name,
    shape: array.shape,
    values: array.data,
    dtype: array.dtype,
    dtypeWritten: array.dtypeWritten,
    notation,
    span: reading.spanOf(node),
  };
  if (name !== null) forgetArray(reading, name);
  reading.landed.push({ array: landed, source: array, used: false });
  return landed;
}

/** Drops what `name` stood for before, unless a call took it. */
export function forgetArray(reading: Reading, name: string): void {
  const at = reading.landed.findIndex(({ array, used }) => array.name === name && !used);
  if (at >= 0) reading.landed.splice(at, 1);
}

/** A call takes the array: it stays among the arrays even if its variable is bound anew. */
export function useArray(reading: Reading, array: CodeArray): void {
  const landed = reading.landed.find((entry) => entry.array === array);
  if (landed) landed.used = true;
}
