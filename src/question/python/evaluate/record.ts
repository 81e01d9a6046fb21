import type { Flow } from '../program.ts';
import type { EvaluatedArgument, Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import type { Value } from '../value.ts';
import { codeArguments, flowsIn } from './arguments.ts';
import { obstacleLayer } from './obstacle.ts';
import { qualify } from './path.ts';
import { noteArgumentShapes } from './shape-note.ts';
import { holdsLayers, isInput, isTensor, lastName, layersIn } from './tensor.ts';

const additions = new Set(['add', 'append', 'add_module']);
/** Methods and functions that no tensor goes through. */
const notSteps = new Set(
  'Model Functional extend insert build summary fit evaluate predict compile plot_model shape save load backward step'.split(
    ' ',
  ),
);
const asides = new Set(['plt', 'logging', 'logger', 'time', 'os', 'wandb', 'tqdm', 'writer']);
const tensorNames = new Set('input inputs x value values images tensor tensors'.split(' '));

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
  const layers = heldBy(reading, name, args);
  const index = reading.calls.length;
  for (const inner of reading.calls.slice(start)) inner.within ??= index;
  const through = tensorsThrough(reading, name, receiver, args);
  reading.calls.push({
    name,
    qualified: operator ? `onnx.${name}` : qualify(reading, name.split('.')),
    args: shown,
    span: reading.spanOf(node),
    target: null,
    within: null,
    receiver,
    applied: [],
    layers,
    settings: shown.filter((_, at) => through?.taken.has(at) !== true),
    form: 'call',
    graph: graphOf(reading, name, args),
  });
  if (through !== null) {
    reading.step(index, null, through.inputs);
    reading.tensors.add(index);
  } else if (additions.has(lastName(name))) addLayers(reading, name, receiver, layers);
  return { type: 'call', call: index, applied: null, item: null };
}

/** The layers among the arguments; what stands among those of a Sequential and can't be read, as an obstacle. */
function heldBy(reading: Reading, name: string, args: readonly EvaluatedArgument[]): Value[] {
  return args.flatMap(({ name: keyword, value, node, from }) => {
    const open = lastName(name) === 'Sequential' && keyword === null && !holdsLayers(value);
    if (!open) return layersIn(reading, value);
    const written = reading.written({ from, to: node.to }).replace(/\s+/g, ' ');
    return [obstacleLayer(reading, node, 'missing', written)];
  });
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

/** `model.add(…)` grows the Sequential that was built before, or one that is made outside the code. */
function addLayers(reading: Reading, name: string, receiver: Flow | null, layers: readonly Value[]): void {
  const grows = receiver?.from === 'call' ? reading.calls[receiver.call] : undefined;
  if (grows !== undefined) grows.layers.push(...layers);
  else if (name.endsWith('.add') && layers.length === 1) {
    const model = name.slice(0, -'.add'.length);
    const known = reading.loose.get(model) ?? [];
    known.push(...layers);
    reading.loose.set(model, known);
  }
}

/** `Model(inputs, outputs)`, `keras.Model(inputs=…, outputs=…)`. */
function graphOf(
  reading: Reading,
  name: string,
  args: readonly EvaluatedArgument[],
): { inputs: Value; outputs: Value } | null {
  if (lastName(name) !== 'Model' && lastName(name) !== 'Functional') return null;
  const positional = args.filter((arg) => arg.name === null);
  const named = (wanted: string) => args.find((arg) => arg.name === wanted);
  const inputs = (named('inputs') ?? named('input') ?? positional[0])?.value;
  const outputs = (named('outputs') ?? named('output') ?? positional[1])?.value;
  const isGraph = outputs !== undefined && tensorsOf(reading, outputs);
  return inputs !== undefined && isGraph ? { inputs, outputs } : null;
}

function tensorsOf(reading: Reading, value: Value): boolean {
  if (value.type === 'list' || value.type === 'tuple')
    return value.items.some((item) => tensorsOf(reading, item));
  return isTensor(reading, value);
}

interface Through {
  readonly inputs: readonly Flow[];
  /** Which arguments they stand in. */
  readonly taken: ReadonlySet<number>;
}

/**
 * The tensors that go through the call: it is a method of one, or a function whose first argument is one or a list of
 * them; what else is a tensor for sure goes in beside it. Null where none does.
 */
function tensorsThrough(
  reading: Reading,
  name: string,
  receiver: Flow | null,
  args: readonly EvaluatedArgument[],
): Through | null {
  const last = lastName(name);
  if (notSteps.has(last) || isAside(name)) return null;
  const first =
    receiver === null
      ? args.findIndex(({ name: given }, at) => (given === null ? at === 0 : tensorNames.has(given)))
      : -1;
  const taken = new Set(
    args.flatMap(({ name: given, value }, at) =>
      at === first || (given === null && tensorsOf(reading, value)) ? [at] : [],
    ),
  );
  const inputs = args.flatMap(({ value, node }, at) => (taken.has(at) ? flowsIn(reading, value, node) : []));
  if (receiver !== null)
    return goesThrough(reading, receiver) ? { inputs: [receiver, ...inputs], taken } : null;
  const [input] = inputs;
  if (first < 0 || input === undefined || !inputs.some((flow) => goesThrough(reading, flow))) return null;
  const isFunction = last.charAt(0) === last.charAt(0).toLowerCase();
  return isFunction || input.from !== 'name' ? { inputs, taken } : null;
}

/** Drawing, logging and losses take a tensor, but no layer comes after them. */
function isAside(name: string): boolean {
  const root = name.slice(0, name.indexOf('.'));
  const last = lastName(name).toLowerCase();
  return asides.has(root) || last.includes('loss') || last.includes('entropy') || last === 'criterion';
}

/** Whether a flow is a tensor and not a layer that was built and not applied yet. */
function goesThrough(reading: Reading, flow: Flow): boolean {
  if (flow.from !== 'call') return true;
  return flow.applied !== null || reading.tensors.has(flow.call) || isInput(reading.calls[flow.call]);
}
