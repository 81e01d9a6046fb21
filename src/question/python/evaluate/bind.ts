import { scalarArray } from '../array/arithmetic.ts';
import type { NdArray } from '../array/ndarray.ts';
import { readNested } from '../array/nested.ts';
import { assign } from '../array/select.ts';
import type { Reading } from '../reading.ts';
import { children, type Node, parts } from '../tree.ts';
import { numberOf, unknown, type Value } from '../value.ts';
import { forgetArray, landArray } from './land.ts';
import { pathOf } from './path.ts';
import { noteShapeOf } from './shape-note.ts';
import { subscriptIndex, viewAt } from './subscript.ts';

/** Binds `value` to a name, an attribute, an element or a tuple of these; `statement` is what a new array spans. */
export function bindTarget(reading: Reading, target: Node, value: Value, statement: Node | null): void {
  switch (target.name) {
    case 'VariableName':
    case 'MemberExpression': {
      const path = pathOf(reading, target);
      if (path) bindName(reading, path.join('.'), value, statement);
      else bindElement(reading, target, value);
      return;
    }
    case 'ParenthesizedExpression':
    case 'TupleExpression':
    case 'ArrayExpression': {
      const targets = parts(target).filter((part) => part.name !== '*');
      const [only] = targets;
      const grouped = target.name === 'ParenthesizedExpression' && only !== undefined;
      if (grouped) bindTarget(reading, only, value, statement);
      else
        for (const [at, part] of targets.entries()) bindTarget(reading, part, itemOf(value, at), statement);
      return;
    }
  }
}

/** Binds the names on one side of `=` or in a `for`; several take the value apart. */
export function bindTargets(
  reading: Reading,
  targets: readonly Node[],
  value: Value,
  statement: Node | null,
): void {
  const [only] = targets;
  if (targets.length === 1 && only) bindTarget(reading, only, value, statement);
  else
    for (const [at, target] of targets.entries()) bindTarget(reading, target, itemOf(value, at), statement);
}

function itemOf(value: Value, index: number): Value {
  if (value.type === 'tuple' || value.type === 'list') return value.items[index] ?? unknown;
  if (value.type === 'size' && value.axis === null) return { ...value, axis: index };
  return value.type === 'call' && value.item === null ? { ...value, item: index } : unknown;
}

export function bindName(reading: Reading, name: string, value: Value, statement: Node | null): void {
  if (value.type === 'unknown') {
    forgetArray(reading, name);
    // In a function what is not known came from what is: it is no new input.
    const outside = value.name === null && reading.frames === 0;
    reading.scope.set(name, outside ? { type: 'unknown', name } : value);
    return;
  }
  if (value.type === 'call') {
    const call = reading.calls[value.call];
    if (call && call.target === null && (value.item ?? 0) === 0) call.target = name;
  }
  if (value.type === 'array') {
    const { array } = value;
    reading.scope.set(name, { type: 'array', array, name });
  } else reading.scope.set(name, value);
  if (statement && name.endsWith('.shape')) noteShapeOf(reading, statement, name, value);
  else if (statement) landArray(reading, value, name, statement);
}

/** `x[index] = value` for an array variable; where it can't be told what changes, the values are forgotten. */
function bindElement(reading: Reading, target: Node, value: Value): void {
  const [receiver, bracket] = children(target);
  const path = receiver && bracket?.name === '[' ? pathOf(reading, receiver) : null;
  const current = receiver && path ? reading.evaluate(receiver) : null;
  if (!path || current?.type !== 'array') return;
  const index = subscriptIndex(reading, target);
  const view = viewAt(reading, target, current, index);
  const mask = view ? null : maskOf(index, current.array);
  const filled = arrayOf(value, current.array);
  const changed =
    mask && filled
      ? masked(reading, current.array, mask, filled)
      : assign(current.array, view, filled, reading.budget);
  if (changed === 'shapes') {
    const shapes = [view?.shape ?? current.array.shape, filled?.shape ?? []];
    reading.report({ kind: 'broadcast', shapes, span: reading.spanOf(target) });
    return;
  }
  replaceArray(reading, path.join('.'), current.array, changed);
}

/** A variable's array gets other elements: its place among the arrays found stays where it was first bound. */
function replaceArray(reading: Reading, name: string, before: NdArray, after: NdArray): void {
  reading.scope.set(name, { type: 'array', array: after, name });
  const landed = reading.landed.find((entry) => entry.source === before);
  if (!landed) return;
  const array = { ...landed.array, values: after.data, dtype: after.dtype };
  const entry = { array, source: after, used: false };
  if (landed.used) reading.landed.push(entry);
  else reading.landed.splice(reading.landed.indexOf(landed), 1, entry);
}

function maskOf(index: readonly Value[], array: NdArray): NdArray | null {
  const [entry] = index;
  const mask = index.length === 1 && entry?.type === 'array' ? entry.array : null;
  return mask?.dtype === 'bool' && mask.shape.join() === array.shape.join() ? mask : null;
}

/** `x[mask] = number`: where the mask is 1 the number, elsewhere what was there. */
function masked(reading: Reading, array: NdArray, mask: NdArray, value: NdArray): NdArray {
  const [number] = value.data ?? [];
  if (value.shape.length > 0 || number === undefined || !array.data || !mask.data)
    return { ...array, data: null };
  if (!reading.budget.take(array.data.length)) return { ...array, data: null };
  return { ...array, data: array.data.map((element, at) => (mask.data?.[at] === 1 ? number : element)) };
}

function arrayOf(value: Value, other: NdArray): NdArray | null {
  if (value.type === 'array') return value.array;
  const number = numberOf(value);
  if (number !== null) return scalarArray(number, value.type !== 'float', other);
  const nested = value.type === 'list' || value.type === 'tuple' ? readNested(value) : null;
  return nested?.ok ? { ...other, shape: nested.shape, data: Float64Array.from(nested.values) } : null;
}
