import type { CodeArgument, CodeStep, Flow } from '../program.ts';
import type { Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import type { Value } from '../value.ts';
import { codeArguments, type EvaluatedArgument } from './arguments.ts';
import { qualify } from './path.ts';
import { noteArgumentShapes } from './shape-note.ts';

/** Methods and functions that no tensor goes through. */
const notSteps = new Set(
  'Model Functional add append extend insert build summary fit evaluate predict compile plot_model shape save load backward step'.split(
    ' ',
  ),
);
const asides = new Set(['plt', 'logging', 'logger', 'time', 'os', 'wandb', 'tqdm', 'writer']);
const tensorNames = new Set(['input', 'inputs', 'x', 'value', 'images', 'tensor']);

/**
 * Notes a call that is no array and no number. Calls recorded since `start` stand in its arguments. An ONNX node is
 * noted as the operator it makes.
 */
export function record(
  reading: Reading,
  node: Node,
  written: string,
  given: readonly EvaluatedArgument[],
  receiver: Flow | null,
  start: number,
): Value {
  const operator = operatorNode(written, given);
  const name = operator?.name ?? written;
  const args = operator?.attributes ?? given;
  noteArgumentShapes(reading, name, args, node);
  const shown = codeArguments(reading, args);
  const index = reading.calls.length;
  for (const inner of reading.calls.slice(start)) inner.within ??= index;
  reading.calls.push({
    name,
    qualified: operator ? `onnx.${name}` : qualify(reading, name.split('.')),
    args: shown,
    span: reading.spanOf(node),
    target: null,
    within: null,
    receiver,
    applied: [],
    elements: args.flatMap(({ value }) => callsIn(value)),
  });
  if (isStep(reading, name, receiver, shown)) {
    reading.steps.push({ call: index, applied: null });
    reading.tensors.add(index);
  }
  return { type: 'call', call: index, applied: null, item: null };
}

/** `onnx.helper.make_node('MaxPool', inputs, outputs, kernel_shape=…)`: the operator and its attributes. */
function operatorNode(
  name: string,
  args: readonly EvaluatedArgument[],
): { name: string; attributes: readonly EvaluatedArgument[] } | null {
  const [first] = args;
  if (!name.endsWith('make_node') || first?.name !== null || first.value.type !== 'str') return null;
  const wiring = new Set(['inputs', 'outputs', 'name', 'doc_string', 'domain']);
  const attributes = args.filter((arg) => arg.name !== null && !wiring.has(arg.name));
  return { name: first.value.value, attributes };
}

/** The results of calls in a value, also inside lists, pairs and dictionaries. */
function callsIn(value: Value): CodeStep[] {
  switch (value.type) {
    case 'call':
      return [{ call: value.call, applied: value.applied }];
    case 'list':
    case 'tuple':
      return value.items.flatMap(callsIn);
    case 'dict':
      return [...value.entries.values()].flatMap(callsIn);
    default:
      return [];
  }
}

/** A tensor goes through the call: it is a method of one, or a function whose argument is one. */
function isStep(
  reading: Reading,
  name: string,
  receiver: Flow | null,
  args: readonly CodeArgument[],
): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (notSteps.has(last) || isAside(name)) return false;
  if (receiver) return isTensor(reading, receiver);
  const input = args.find(({ name: given }, at) => (given === null ? at === 0 : tensorNames.has(given)));
  if (!input?.flow || !isTensor(reading, input.flow)) return false;
  const isFunction = last.charAt(0) === last.charAt(0).toLowerCase();
  return isFunction || input.flow.from !== 'name';
}

/** Drawing, logging and losses take a tensor, but no layer comes after them. */
function isAside(name: string): boolean {
  const root = name.slice(0, name.indexOf('.'));
  const last = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return asides.has(root) || last.includes('loss') || last.includes('entropy') || last === 'criterion';
}

/** Whether a flow is a tensor and not a layer that was built and not applied yet. */
function isTensor(reading: Reading, flow: Flow): boolean {
  if (flow.from !== 'call') return true;
  const name = reading.calls[flow.call]?.name ?? '';
  return flow.applied !== null || reading.tensors.has(flow.call) || name.endsWith('Input');
}
