import type { Obstacle } from '../program.ts';
import type { Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import { type Scope, unknown, type Value } from '../value.ts';
import { flowsIn } from './arguments.ts';
import { noteObstacle } from './obstacle.ts';
import { tensorsIn } from './tensor.ts';

/**
 * Reads statements that may or may not be reached, each way on its own. A name that means the same either way keeps its
 * meaning; a tensor that does not can't be followed from here on, and neither can what the function returns.
 */
export function eitherWay(
  reading: Reading,
  node: Node,
  kind: Obstacle,
  ways: readonly ((() => void) | null)[],
): void {
  const before = reading.scope;
  const ends = ways.map((way) => {
    const scope: Scope = new Map(before);
    reading.scope = scope;
    way?.();
    const { returned } = reading;
    reading.returned = null;
    return { scope, returned };
  });
  reading.scope = before;
  const returns = ends.flatMap(({ returned }) => (returned === null ? [] : [returned]));
  const [first] = returns;
  if (first !== undefined && returns.length === ends.length) {
    reading.returned = returns.every((value) => isSame(value, first))
      ? first
      : open(reading, node, kind, returns);
    return;
  }
  if (first !== undefined && tensorsIn(reading, first).length > 0) reading.doubt = first;
  const going = ends.filter(({ returned }) => returned === null).map(({ scope }) => scope);
  for (const name of new Set(going.flatMap((scope) => [...scope.keys()]))) {
    const values = going.map((scope) => scope.get(name) ?? unknown);
    const [value = unknown] = values;
    const same = values.every((other) => isSame(other, value));
    before.set(name, same ? value : open(reading, node, kind, values));
  }
}

/** One of several values: no one can tell which. */
export function open(reading: Reading, node: Node, kind: Obstacle, values: readonly Value[]): Value {
  const tensors = values.flatMap((value) => tensorsIn(reading, value));
  const last = tensors.at(-1);
  if (last === undefined) return unknown;
  return noteObstacle(reading, node, kind, flowsIn(reading, last, node), headOf(reading, node));
}

/** The first line of a statement. */
function headOf(reading: Reading, node: Node): string {
  const [line = ''] = reading.written(node).split('\n');
  return line.trim().replace(/:$/, '');
}

function isSame(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.type === 'call' && b.type === 'call')
    return a.call === b.call && a.applied === b.applied && a.item === b.item;
  if (a.type === 'tensor' && b.type === 'tensor') return a.name === b.name;
  if (a.type === 'unknown' && b.type === 'unknown') return a.name === b.name;
  if (a.type === 'list' || a.type === 'tuple') {
    const { items } = a;
    const others = b.type === a.type && 'items' in b ? b.items : null;
    return others?.length === items.length && items.every((item, at) => isSame(item, others[at] ?? unknown));
  }
  return 'value' in a && 'value' in b && a.type === b.type && a.value === b.value;
}
