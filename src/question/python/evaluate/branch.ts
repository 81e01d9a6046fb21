import type { Obstacle } from '../program.ts';
import type { Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import { type Scope, unknown, type Value } from '../value.ts';
import { flowsIn } from './arguments.ts';
import { noteObstacle, obstacleLayer } from './obstacle.ts';
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
  const growth = new Growth(reading);
  const ends = ways.map((way) => {
    const scope: Scope = new Map(before);
    reading.scope = scope;
    way?.();
    const { returned, jump } = reading;
    reading.returned = null;
    reading.jump = null;
    if (jump !== null) reading.mayJump = true;
    growth.undo();
    return { scope, returned };
  });
  reading.scope = before;
  growth.close(node, kind);
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

/** Models that grow while statements are read which may or may not be reached. */
export class Growth {
  private readonly reading: Reading;
  private readonly lengths: ReadonlyMap<Value[], number>;
  private readonly grown = new Set<Value[]>();

  constructor(reading: Reading) {
    this.reading = reading;
    this.lengths = new Map(this.all().map((layers) => [layers, layers.length]));
  }

  private all(): Value[][] {
    return [...this.reading.calls.map(({ layers }) => layers), ...this.reading.loose.values()];
  }

  /** Takes back what has grown since. */
  undo(): void {
    for (const [layers, length] of this.lengths) {
      if (layers.length === length) continue;
      this.grown.add(layers);
      layers.length = length;
    }
  }

  /** Puts what can't be told in the place of what has grown. */
  close(node: Node, kind: Obstacle): void {
    for (const layers of this.grown)
      layers.push(obstacleLayer(this.reading, node, kind, headOf(this.reading, node)));
  }

  /** The same behind what has grown. */
  end(node: Node, kind: Obstacle): void {
    for (const [layers, length] of this.lengths)
      if (layers.length > length)
        layers.push(obstacleLayer(this.reading, node, kind, headOf(this.reading, node)));
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
