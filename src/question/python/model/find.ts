import { ancestors, holdsChain, through } from '../evaluate/apply.ts';
import { enterUnapplied } from '../evaluate/class.ts';
import { isInput, lastName, tensorsIn } from '../evaluate/tensor.ts';
import type { CodeModel } from '../program.ts';
import type { DraftCall, DraftModel, DraftStep, Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import type { Value } from '../value.ts';
import { type Graph, graphOf } from './graph.ts';
import { builtFor, headShape } from './shape.ts';

/** The models in code that has been read, in the order of the code; `tree` is all of it. */
export function findModels(reading: Reading, tree: Node): CodeModel[] {
  if (reading.style === 'pipe') return piped(reading);
  const held = [...sequentials(reading, tree), ...loose(reading, tree)];
  enterUnapplied(reading, tree);
  const whole = graphs(reading);
  const loosely = whole.some(({ uncalled }) => !uncalled) ? [] : functional(reading);
  const all = [...held, ...drafted(reading), ...whole, ...loosely].filter(({ steps }) => steps.length > 0);
  const models = all.filter((model, at) => !all.some((other, place) => contains(other, model, place < at)));
  const [only] = models;
  if (models.length !== 1 || only === undefined) return models;
  const [input, ...others] = only.inputs;
  if (input === undefined || input.read !== null || others.length > 0) return models;
  return [{ ...only, inputs: [{ ...input, read: builtFor(reading) }] }];
}

/** The layers of an R pipe, one after the other. */
function piped(reading: Reading): CodeModel[] {
  const calls = reading.calls.flatMap(({ name, within }, call) =>
    within === null && /^(keras3?\.)?(layer|nn)_/.test(name) && !isInput(reading.calls[call]) ? [call] : [],
  );
  const target = reading.calls.find(({ name }) => name.startsWith('keras_model'))?.target ?? null;
  const [read = null] = reading.shapes;
  const steps = calls.map((call, at) => ({
    call,
    applied: null,
    id: String(call),
    inputs: [at === 0 ? 'input' : String(calls[at - 1])],
  }));
  if (steps.length < 2) return [];
  return [
    {
      name: target,
      notation: 'sequential',
      steps,
      inputs: [{ id: 'input', name: 'input', read }],
      uncalled: false,
    },
  ];
}

/** Whether the steps of one model are part of a longer one, or of an equal one in front of it. */
function contains(longer: CodeModel, model: CodeModel, before: boolean): boolean {
  const [more, fewer] = [longer.steps.length, model.steps.length];
  if (more < fewer || (more === fewer && !before)) return false;
  const calls = new Set(longer.steps.map(({ call }) => call));
  return model.steps.every(({ call }) => calls.has(call));
}

/** Every Sequential that stands in no other model, and every module as PyTorch prints it. */
function sequentials(reading: Reading, tree: Node): CodeModel[] {
  const inner = new Set(
    reading.calls.flatMap(({ layers, name }) =>
      // `model.add(…)`, `summary(model, …)`: functions hold no layers.
      /^[a-z]/.test(lastName(name))
        ? []
        : layers.flatMap((layer) => (layer.type === 'call' ? [layer.call] : [])),
    ),
  );
  const models: CodeModel[] = [];
  for (const [index, call] of [...reading.calls.entries()]) {
    if (!holdsChain(reading, call) || inner.has(index) || call.applied.length > 0) continue;
    if (reading.made.some(({ instance }) => [...instance.own.values()].some((value) => isCall(value, index))))
      continue;
    const added = reading.calls.some(
      ({ name, receiver }) =>
        lastName(name) === 'add' && receiver?.from === 'call' && receiver.call === index,
    );
    models.push({
      name: call.target ?? (reading.style === 'printed' ? call.name : null),
      notation: reading.style === 'printed' ? 'printed' : added ? 'added' : 'sequential',
      ...listed(reading, call, tree),
      uncalled: false,
    });
  }
  return models;
}

const isCall = (value: Value, call: number): boolean => value.type === 'call' && value.call === call;

/** `model.add(…)` lines whose `model` is made outside the code. */
function loose(reading: Reading, tree: Node): CodeModel[] {
  return [...reading.loose].map(([name, layers]) => ({
    name,
    notation: 'added',
    ...listed(reading, { name: 'Sequential', layers, args: [] }, tree),
    uncalled: false,
  }));
}

/** Layers that are listed follow each other. */
function listed(reading: Reading, call: Pick<DraftCall, 'name' | 'layers' | 'args'>, tree: Node): Graph {
  const start = reading.steps.length;
  const input = {
    name: null,
    value: { type: 'tensor', name: 'input' },
    node: tree,
    from: tree.from,
  } as const;
  reading.owner = 'list';
  reading.lists = true;
  through(reading, call, input, tree);
  reading.owner = null;
  reading.lists = false;
  const { steps, inputs } = graphOf(reading, reading.steps.splice(start));
  const read = headShape(reading, call.layers);
  return { steps, inputs: inputs.map((one) => (one.id === 'input' ? { ...one, read } : one)) };
}

/** What the `forward` of a class goes through, and functions that nothing calls. */
function drafted(reading: Reading): CodeModel[] {
  return reading.drafts.map((draft) => ({
    name: draft.name,
    notation: draft.notation,
    ...graphOf(reading, kept(reading, draft), draft.parameters),
    uncalled: draft.uncalled,
  }));
}

/** The steps that lead to what comes out, and every layer beside them; not what is only looked at. */
function kept(reading: Reading, { steps, outputs }: DraftModel): readonly DraftStep[] {
  const tensors = outputs === null ? [] : tensorsIn(reading, outputs);
  if (tensors.length === 0) return steps;
  const leading = ancestors(steps, tensors);
  return steps.filter((step) => step.applied !== null || leading.has(step));
}

/** Every `Model(inputs, outputs)`: the layers that lead from one to the other. */
function graphs(reading: Reading): CodeModel[] {
  const all = [...reading.steps, ...reading.drafts.flatMap(({ steps }) => steps)];
  return reading.calls.flatMap(({ graph, target }): readonly CodeModel[] => {
    if (graph === null) return [];
    const inner = ancestors(all, tensorsIn(reading, graph.outputs));
    const order = tensorsIn(reading, graph.inputs).flatMap((input) =>
      input.type === 'call' ? [String(input.call)] : [input.name],
    );
    const steps = all.filter((step) => inner.has(step));
    const uncalled = !steps.some((step) => reading.steps.includes(step));
    return [{ name: target, notation: 'functional', ...graphOf(reading, steps, order), uncalled }];
  });
}

/** Layers applied to each other's results outside any function; layers side by side are no model. */
function functional(reading: Reading): CodeModel[] {
  const steps = withoutAfterwards(reading);
  const made = new Set(steps.map(({ call }) => call));
  const connected = steps.some(({ inputs }) =>
    inputs.some((flow) => flow.from === 'call' && made.has(flow.call)),
  );
  if (!connected) return [];
  const [owner] = new Set(steps.flatMap((step) => step.owner ?? []));
  const notation = owner === undefined ? 'functional' : 'class';
  return [{ name: owner ?? null, notation, ...graphOf(reading, steps), uncalled: false }];
}

/** What is done with the results of a whole model is no part of it. */
function withoutAfterwards({ steps }: Reading): readonly DraftStep[] {
  if (steps.every(({ owner }) => owner === null)) return steps;
  const last = steps.findLastIndex(({ owner }) => owner !== null);
  return steps.slice(0, last + 1);
}
