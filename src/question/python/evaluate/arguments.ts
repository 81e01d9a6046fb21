import type { CodeArgument, Flow } from '../program.ts';
import type { EvaluatedArgument, Reading } from '../reading.ts';
import { children, type Node } from '../tree.ts';
import { toPython, unknown, type Value } from '../value.ts';
import type { Given } from './given.ts';
import { forgetArray, landArray, useArray } from './land.ts';
import { measureOf } from './measure.ts';
import { tensorsIn } from './tensor.ts';

/** The arguments of an ArgList in order; known `*list` and `**dict` are spread out, unknown `**` is reported. */
export function evaluateArguments(reading: Reading, list: Node): EvaluatedArgument[] {
  const result: EvaluatedArgument[] = [];
  const nodes = children(list).filter((child) => !child.type.isError);
  let stars = '';
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (!node || '(),'.includes(node.name)) continue;
    if (node.name === '*' || node.name === '**') {
      stars = node.name;
      continue;
    }
    if (node.name === 'for' || node.name === 'async') {
      at = nodes.findIndex((other, index) => index > at && (other.name === ',' || other.name === ')'));
      if (at < 0) break;
      continue;
    }
    const sign = nodes[at + 1];
    const valueNode = nodes[at + 2];
    if (node.name === 'VariableName' && sign?.name === 'AssignOp') {
      at += valueNode && !'(),'.includes(valueNode.name) ? 2 : 1;
      if (!valueNode || '(),'.includes(valueNode.name)) continue;
      const name = reading.text(node);
      result.push({ name, value: reading.evaluate(valueNode), node: valueNode, from: node.from });
      continue;
    }
    const isGenerator = sign?.name === 'for';
    const value = isGenerator ? unknown : reading.evaluate(node);
    if (stars === '') result.push({ name: null, value, node, from: node.from });
    else spread(reading, result, stars, value, node);
    stars = '';
  }
  return result;
}

function spread(
  reading: Reading,
  result: EvaluatedArgument[],
  stars: string,
  value: Value,
  node: Node,
): void {
  const from = node.from;
  if (stars === '*' && (value.type === 'list' || value.type === 'tuple')) {
    for (const item of value.items) result.push({ name: null, value: item, node, from });
  } else if (stars === '**' && value.type === 'dict') {
    for (const [name, item] of value.entries) result.push({ name, value: item, node, from });
  } else if (stars === '**') {
    const written = `**${reading.written(node)}`;
    reading.report({ kind: 'ignored-argument', written, span: reading.spanOf(node) });
  } else {
    result.push({ name: null, value: unknown, node, from });
  }
}

export function givenOf(args: readonly EvaluatedArgument[]): Given {
  const named = new Map<string, Value>();
  const positional: Value[] = [];
  for (const { name, value } of args) {
    if (name === null) positional.push(value);
    else named.set(name, value);
  }
  return { positional, named };
}

/** The arguments as a recorded call shows them. */
export function codeArguments(reading: Reading, args: readonly EvaluatedArgument[]): CodeArgument[] {
  return args.map(({ name, value, node, from }) => ({
    name,
    value: toPython(value, reading.written(node)),
    span: reading.span(from, node.to),
    flow: flowOf(reading, value, node),
    ...sizeIn(value),
  }));
}

function sizeIn(value: Value): Pick<CodeArgument, 'size'> {
  const size = measureOf(value);
  return size === null ? {} : { size };
}

/** Where a tensor comes from; null for a value that can be none. */
export function flowOf(reading: Reading, value: Value, node: Node): Flow | null {
  switch (value.type) {
    case 'call':
      return { from: 'call', call: value.call, applied: value.applied, item: value.item };
    case 'tensor':
      return { from: 'name', name: value.name };
    case 'unknown':
      // Outside of functions data comes in from anywhere; inside of them it comes from the arguments.
      if (value.name === null && reading.frames > 0)
        return { from: 'unread', written: reading.written(node) };
      return { from: 'name', name: value.name ?? reading.written(node) };
    case 'tuple':
      return severalOf(reading, value.items, node);
    case 'array':
    case 'list': {
      const several = value.type === 'list' ? severalOf(reading, value.items, node) : null;
      if (several !== null) return several;
      const nested = value.type === 'array' || value.items.some((item) => item.type === 'list');
      const array = nested ? landArray(reading, value, null, node) : null;
      if (!array) {
        if (node.name === 'VariableName') forgetArray(reading, reading.text(node));
        return null;
      }
      useArray(reading, array);
      return { from: 'array', array };
    }
    default:
      return null;
  }
}

/** A list with a tensor in it is one of tensors. */
function severalOf(reading: Reading, items: readonly Value[], node: Node): Flow | null {
  if (!items.some((item) => tensorsIn(reading, item).length > 0)) return null;
  return { from: 'several', flows: items.flatMap((item) => flowsIn(reading, item, node)) };
}

/** The same one by one, those of a list taken apart; none for a number or a layer. */
export function flowsIn(reading: Reading, value: Value, node: Node): readonly Flow[] {
  const flow = flowOf(reading, value, node);
  if (flow === null) return [];
  return flow.from === 'several' ? flow.flows : [flow];
}
