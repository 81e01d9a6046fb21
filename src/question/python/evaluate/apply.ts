import type { Flow } from '../program.ts';
import type { DraftCall, DraftStep, EvaluatedArgument, Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import { type CallValue, type Instance, listValue, unknown, type Value } from '../value.ts';
import { codeArguments, flowsIn } from './arguments.ts';
import { callInstance, instantiate } from './class.ts';
import { enterFunction } from './define.ts';
import { noteComputation } from './obstacle.ts';
import { isInput, lastName, tensorsIn } from './tensor.ts';

/** What comes out where a layer, a model, a class or a function of the code is called; null for anything else. */
export function applyValue(
  reading: Reading,
  made: Value,
  args: readonly EvaluatedArgument[],
  node: Node,
): Value | null {
  switch (made.type) {
    case 'call':
      return applyCall(reading, made, args, node);
    case 'instance': {
      const call = () => callInstance(reading, made, args, node);
      return asWhole(reading, made, made.of.name, args, call);
    }
    case 'class':
      return instantiate(reading, made, args);
    case 'definition':
      return enterFunction(reading, made, args);
    default:
      return null;
  }
}

function applyCall(reading: Reading, made: CallValue, args: readonly EvaluatedArgument[], node: Node): Value {
  const call = reading.calls[made.call];
  if (call === undefined) return unknown;
  const implied = reading.lists && reading.frames === 0 ? { implied: true as const } : {};
  call.applied.push({ args: codeArguments(reading, args), span: reading.spanOf(node), ...implied });
  const applied = call.applied.length - 1;
  const [first] = args;
  if (made.applied === null && first !== undefined && !reading.tensors.has(made.call)) {
    const { graph } = call;
    const name = call.target ?? call.name;
    if (graph !== null)
      return asWhole(reading, made.call, name, args, () => again(reading, graph, first, node));
    if (holdsChain(reading, call))
      return asWhole(reading, made.call, name, args, () => through(reading, call, first, node));
  }
  const input = args.find(({ name }) => name === null || name === 'inputs' || name === 'input');
  reading.step(made.call, applied, input ? flowsIn(reading, input.value, input.node) : []);
  return { type: 'call', call: made.call, applied, item: null };
}

/** Whether a call makes a chain of the layers that it holds. */
export function holdsChain(reading: Reading, call: DraftCall): boolean {
  const isSequential = lastName(call.name) === 'Sequential';
  if (call.layers.length > 0) return isSequential || reading.style === 'printed';
  // PyTorch's empty Sequential hands through what comes in.
  return isSequential && call.args.length === 0 && reading.style !== 'pipe';
}

/**
 * A Sequential runs its layers in order. Of any other module as PyTorch prints it only the order is known in which its
 * layers were built; one with a shortcut adds that to what the others give.
 */
export function through(
  reading: Reading,
  call: Pick<DraftCall, 'name' | 'layers' | 'args'>,
  first: EvaluatedArgument,
  node: Node,
): Value {
  if (lastName(call.name) === 'Sequential') return inARow(reading, call.layers, first, node);
  const shortcuts = call.args.flatMap(({ name, flow }) =>
    name !== null && /^(downsample|shortcut)$/.test(name) && flow?.from === 'call' ? [flow.call] : [],
  );
  const isShortcut = (layer: Value): boolean => layer.type === 'call' && shortcuts.includes(layer.call);
  const main = call.layers.filter((layer) => !isShortcut(layer));
  const value = supposed(reading, main, first, node);
  const [shortcut] = call.layers.filter(isShortcut);
  if (shortcut === undefined || main.length === 0) return value;
  reading.supposes = true;
  const beside = supposed(reading, [shortcut], first, node);
  reading.supposes = true;
  return noteComputation(
    reading,
    node,
    '+',
    [value, beside].flatMap((one) => flowsIn(reading, one, node)),
  );
}

/** Layers in the order in which they were built, which need not be the one in which they run. */
export function supposed(
  reading: Reading,
  layers: readonly Value[],
  first: EvaluatedArgument,
  node: Node,
): Value {
  let { value } = first;
  for (const [at, layer] of layers.entries()) {
    if (at > 0) reading.supposes = true;
    value = applyValue(reading, layer, [{ ...first, value }], node) ?? unknown;
  }
  reading.supposes = false;
  return value;
}

/** Each layer on what the one before it gives. */
export function inARow(
  reading: Reading,
  layers: readonly Value[],
  first: EvaluatedArgument,
  node: Node,
): Value {
  let { value } = first;
  for (const layer of layers) {
    if (layer.type === 'call' && isInput(reading.calls[layer.call])) continue;
    value = applyValue(reading, layer, [{ ...first, value }], node) ?? unknown;
  }
  return value;
}

/**
 * Outside of all functions a model is applied once, whatever loop it stands in, unless what goes into it comes out of
 * other layers; the steps that it takes are its own.
 */
function asWhole(
  reading: Reading,
  model: Instance | number,
  name: string,
  args: readonly EvaluatedArgument[],
  apply: () => Value,
): Value {
  if (reading.frames > 0 || reading.owner !== null) return apply();
  const goesOn = args.some(({ value }) => tensorsIn(reading, value).length > 0);
  if (reading.entered.has(model) && !goesOn) return { type: 'tensor', name };
  reading.entered.add(model);
  reading.owner = goesOn && comesFromInput(reading, args) ? null : name;
  const result = apply();
  reading.owner = null;
  return result;
}

/** Whether a tensor among the arguments comes from Keras' Input, so that the model is a part of a larger one. */
function comesFromInput(reading: Reading, args: readonly EvaluatedArgument[]): boolean {
  const reached = args.flatMap(({ value }) => tensorsIn(reading, value));
  const seen = ancestors(reading.steps, reached);
  const flows = [...seen].flatMap((step) => step.inputs);
  const inputs = [...flows.map((flow) => (flow.from === 'call' ? flow.call : null)), ...reached.map(callOf)];
  return inputs.some((call) => call !== null && isInput(reading.calls[call]));
}

const callOf = (value: Value): number | null => (value.type === 'call' ? value.call : null);

/** The steps that some tensors come from. */
export function ancestors(steps: readonly DraftStep[], tensors: readonly Value[]): ReadonlySet<DraftStep> {
  const wanted = new Set(tensors.flatMap((value) => (value.type === 'call' ? [keyOf(value)] : [])));
  const found = new Set<DraftStep>();
  for (const step of steps.toReversed()) {
    if (!wanted.has(keyOf(step))) continue;
    found.add(step);
    for (const flow of step.inputs) if (flow.from === 'call') wanted.add(keyOf(flow));
  }
  return found;
}

/** What tells one use of a layer from another. */
export const keyOf = ({
  call,
  applied,
}: {
  readonly call: number;
  readonly applied: number | null;
}): string => (applied === null ? String(call) : `${call}.${applied}`);

/** A model of Keras' functional interface on other tensors: its layers once more, with the same weights. */
function again(
  reading: Reading,
  graph: NonNullable<DraftCall['graph']>,
  first: EvaluatedArgument,
  node: Node,
): Value {
  const outputs = tensorsIn(reading, graph.outputs);
  const inner = ancestors(reading.steps, outputs);
  const values = new Map<string, Value>();
  const inputs = tensorsIn(reading, graph.inputs);
  const given =
    first.value.type === 'list' || first.value.type === 'tuple' ? first.value.items : [first.value];
  for (const [at, input] of inputs.entries()) {
    const value = given[at];
    if (input.type === 'call' && value !== undefined) values.set(keyOf(input), value);
  }
  const mapped = (flow: Flow): Value => {
    if (flow.from === 'call') return values.get(keyOf(flow)) ?? { type: 'call', ...flow };
    return flow.from === 'name' ? { type: 'tensor', name: flow.name } : unknown;
  };
  for (const step of reading.steps.filter((candidate) => inner.has(candidate))) {
    const taken = step.inputs.map(mapped);
    const [only] = taken;
    const value = taken.length === 1 && only !== undefined ? only : listValue(taken);
    const result =
      step.applied === null
        ? copied(reading, step.call, value, first)
        : applyCall(
            reading,
            { type: 'call', call: step.call, applied: null, item: null },
            [{ ...first, value }],
            node,
          );
    values.set(keyOf(step), result);
  }
  const results = outputs.map((output) =>
    output.type === 'call' ? (values.get(keyOf(output)) ?? output) : output,
  );
  const [only] = results;
  return results.length === 1 && only !== undefined ? only : listValue(results);
}

/** A function of a model that is applied again: the same call on other tensors. */
function copied(reading: Reading, index: number, value: Value, first: EvaluatedArgument): Value {
  const call = reading.calls[index];
  if (call === undefined) return unknown;
  const copy = reading.calls.length;
  reading.calls.push({ ...call, applied: [], layers: [...call.layers] });
  reading.step(copy, null, flowsIn(reading, value, first.node));
  reading.tensors.add(copy);
  return { type: 'call', call: copy, applied: null, item: null };
}
