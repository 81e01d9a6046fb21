import type { Flow, Obstacle } from '../program.ts';
import type { Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import type { CallValue } from '../value.ts';

/** A computation on tensors that no call spells out: `a + b`, `x[:, -1]`; `settings` are as written. */
export function noteComputation(
  reading: Reading,
  node: Node,
  name: string,
  inputs: readonly Flow[],
  settings: readonly string[] = [],
): CallValue {
  return note(reading, node, name, inputs, settings, 'operation');
}

/** A place that tensors go through and that can't be followed; a trace ends there. */
export function noteObstacle(
  reading: Reading,
  node: Node,
  kind: Obstacle,
  inputs: readonly Flow[],
  written: string = reading.written(node),
): CallValue {
  return note(reading, node, written.replace(/\s+/g, ' ').trim(), inputs, [], kind);
}

/** The same among the layers of a model: what a tensor goes through there can't be told. */
export function obstacleLayer(reading: Reading, node: Node, kind: Obstacle, written: string): CallValue {
  return { type: 'call', call: push(reading, node, written, [], kind), applied: null, item: null };
}

function note(
  reading: Reading,
  node: Node,
  name: string,
  inputs: readonly Flow[],
  settings: readonly string[],
  form: 'operation' | Obstacle,
): CallValue {
  const call = push(reading, node, name, settings, form);
  reading.step(call, null, inputs);
  reading.tensors.add(call);
  return { type: 'call', call, applied: null, item: null };
}

function push(
  reading: Reading,
  node: Node,
  name: string,
  settings: readonly string[],
  form: 'operation' | Obstacle,
): number {
  const span = reading.spanOf(node);
  const args = settings.map((value) => ({
    name: null,
    value: { type: 'str', value } as const,
    span,
    flow: null,
  }));
  reading.calls.push({
    name,
    qualified: name,
    args,
    span,
    target: null,
    within: null,
    receiver: null,
    applied: [],
    layers: [],
    settings: args,
    form,
    graph: null,
  });
  return reading.calls.length - 1;
}
