import { select, sliceRange, type View, viewOf } from '../array/select.ts';
import type { Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';
import {
  arrayValue,
  type CallValue,
  none,
  type TensorValue,
  tupleValue,
  unknown,
  type Value,
} from '../value.ts';
import { flowsIn } from './arguments.ts';
import { slicedSizes } from './measure.ts';
import { noteComputation } from './obstacle.ts';
import { givesSeveral } from './several.ts';
import { isTensor } from './tensor.ts';

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
    case 'tensor':
      return ofTensor(reading, node, value, index);
    case 'size':
      if (entry?.type === 'slice' && value.axis === null && entry.step.type === 'none')
        return slicedSizes(value, entry.start, entry.stop);
      return index.length === 1 && entry?.type === 'int' && value.axis === null
        ? { ...value, axis: entry.value }
        : unknown;
    case 'dict':
      return entry?.type === 'str' ? (value.entries.get(entry.value) ?? unknown) : unknown;
    default:
      return unknown;
  }
}

/** One of the layers of a Sequential, one of several results, or a part of a tensor. */
function ofTensor(
  reading: Reading,
  node: Node,
  value: CallValue | TensorValue,
  index: readonly Value[],
): Value {
  const [entry] = index;
  const at = index.length === 1 && entry?.type === 'int' ? entry.value : null;
  if (isTensor(reading, value)) {
    const several =
      value.type === 'call' &&
      at !== null &&
      value.item === null &&
      (reading.frames === 0 || givesSeveral(reading, value));
    if (several) return { ...value, item: at };
    return noteComputation(reading, node, '[]', flowsIn(reading, value, node), index.map(written));
  }
  const layers = value.type === 'call' ? (reading.calls[value.call]?.layers ?? []) : [];
  return (at === null ? undefined : layers.at(at)) ?? unknown;
}

/** An entry of a subscript as Python writes it, `?` where it is not known. */
function written(entry: Value): string {
  switch (entry.type) {
    case 'int':
      return String(entry.value);
    case 'none':
      return 'None';
    case 'ellipsis':
      return '...';
    case 'slice': {
      const bound = (value: Value): string => (value.type === 'none' ? '' : written(value));
      const step = entry.step.type === 'none' ? '' : `:${written(entry.step)}`;
      return `${bound(entry.start)}:${bound(entry.stop)}${step}`;
    }
    default:
      return '?';
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
