import { select, sliceRange, type View, viewOf } from '../array/select.ts';
import type { Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';
import { arrayValue, none, tupleValue, unknown, type Value } from '../value.ts';

/** The entries between the brackets of `x[…]`: one for each comma-separated part. */
export function subscriptIndex(reading: Reading, node: Node): Value[] {
  const entries: Value[] = [];
  let bounds: Value[] = [];
  let bound: Value | null = null;
  let colons = 0;
  let inside = false;
  const close = (): void => {
    if (colons > 0) {
      const [start = none, stop = none, step = none] = [...bounds, bound ?? none];
      entries.push({ type: 'slice', start, stop, step });
    } else if (bound) entries.push(bound);
    bounds = [];
    bound = null;
    colons = 0;
  };
  for (const child of children(node)) {
    if (child.name === '[' && !inside) inside = true;
    else if (!inside || child.type.isError) continue;
    else if (child.name === ',' || child.name === ']') close();
    else if (child.name === ':') {
      bounds.push(bound ?? none);
      bound = null;
      colons += 1;
    } else bound = child.name === 'Ellipsis' ? { type: 'ellipsis' } : reading.evaluate(child);
  }
  if (bound || colons > 0) close();
  return entries.flatMap((entry) => (entry.type === 'tuple' ? entry.items : [entry]));
}

/** `value[index]` for arrays, lists, tuples, strings and dictionaries. */
export function subscript(reading: Reading, node: Node, value: Value, index: readonly Value[]): Value {
  const [entry] = index;
  switch (value.type) {
    case 'array': {
      const view = viewAt(reading, node, value, index);
      const picked = view && select(value.array, view, reading.budget);
      return picked ? arrayValue(picked) : unknown;
    }
    case 'list':
    case 'tuple': {
      if (index.length !== 1 || !entry) return unknown;
      const { items } = value;
      if (entry.type === 'int')
        return items[entry.value < 0 ? entry.value + items.length : entry.value] ?? unknown;
      const range = entry.type === 'slice' ? sliceRange(entry, items.length) : null;
      if (!range) return unknown;
      const places = Array.from({ length: range.length }, (_, place) => range.start + place * range.step);
      const picked = places.map((place) => items[place] ?? unknown);
      return value.type === 'list' ? { type: 'list', items: picked } : tupleValue(picked);
    }
    case 'call':
      return index.length === 1 && entry?.type === 'int' && value.item === null
        ? { ...value, item: entry.value }
        : unknown;
    case 'dict':
      return entry?.type === 'str' ? (value.entries.get(entry.value) ?? unknown) : unknown;
    default:
      return unknown;
  }
}

/** The part of the array that the subscript of `node` picks; an index that doesn't fit is reported. */
export function viewAt(
  reading: Reading,
  node: Node,
  value: Extract<Value, { type: 'array' }>,
  index: readonly Value[],
): View | null {
  const view = viewOf(value.array, index);
  if (view !== 'out-of-range') return view;
  const written = reading.written(node);
  reading.report({ kind: 'index', written, shape: value.array.shape, span: reading.spanOf(node) });
  return null;
}
