import type { CodeArray, CodeModel, CodeShape, CodeStep, Flow } from '../program.ts';
import type { Reading } from '../reading.ts';
import { expand, heldBy, inputOf, isInput, lastName, straightSteps } from './chain.ts';

/** The chains of layers in code that has been read, in the order of the code. */
export function findModels(reading: Reading): CodeModel[] {
  if (reading.style === 'pipe') return piped(reading);
  const held = [...sequentials(reading), ...loose(reading)];
  const classes = reading.drafts.map(
    (draft): CodeModel => ({
      name: draft.name,
      notation: draft.notation,
      steps: expand(reading, draft.steps),
      straight: straightSteps(reading, draft.steps),
      input: draft.notation === 'class' ? appliedTo(reading, draft.name) : firstInput(reading, draft.steps),
    }),
  );
  const all = [...held, ...classes, ...functional(reading)].filter((model) => model.steps.length > 0);
  const models = all.filter((model) => !all.some((other) => contains(other, model)));
  const [only] = models;
  return models.length === 1 && only?.input === null ? [{ ...only, input: builtFor(reading) }] : models;
}

/** The layers of an R pipe, one after the other. */
function piped(reading: Reading): CodeModel[] {
  const steps = reading.calls.flatMap(({ name, within }, call) =>
    within === null && /^(keras3?\.)?(layer|nn)_/.test(name) ? [{ call, applied: null }] : [],
  );
  const target = reading.calls.find(({ name }) => name.startsWith('keras_model'))?.target ?? null;
  const layers = expand(reading, steps);
  const [input = null] = reading.shapes;
  return layers.length > 1 ? [{ name: target, notation: 'sequential', ...whole(layers), input }] : [];
}

/** Whether the steps of one model are part of a longer one. */
function contains(longer: CodeModel, model: CodeModel): boolean {
  if (longer.steps.length <= model.steps.length) return false;
  const calls = new Set(longer.steps.map(({ call }) => call));
  return model.steps.every(({ call }) => calls.has(call));
}

/** Every Sequential that stands in no other model. */
function sequentials(reading: Reading): CodeModel[] {
  const built = reading.calls.flatMap(({ elements }) => elements.filter(({ applied }) => applied === null));
  const inner = new Set(built.map(({ call }) => call));
  const used = new Set(reading.drafts.flatMap(({ steps }) => steps.map(({ call }) => call)));
  const models: CodeModel[] = [];
  for (const [index, call] of reading.calls.entries()) {
    const elements = heldBy(reading, index);
    if (!elements || inner.has(index) || used.has(index)) continue;
    const flow = call.applied[0]?.args[0]?.flow ?? null;
    models.push({
      name: call.target ?? (reading.style === 'printed' ? call.name : null),
      notation: elements.length > call.elements.length ? 'added' : 'sequential',
      ...whole(expand(reading, elements)),
      input: headShape(reading, elements) ?? resolve(reading, flow),
    });
  }
  return models;
}

/** `model.add(…)` lines whose `model` is made outside the code. */
function loose(reading: Reading): CodeModel[] {
  const added = new Map<string, CodeStep[]>();
  for (const call of reading.calls) {
    const known = call.receiver?.from === 'call';
    if (lastName(call.name) !== 'add' || known || call.elements.length !== 1) continue;
    const name = call.name.slice(0, -'.add'.length);
    added.set(name, [...(added.get(name) ?? []), ...call.elements]);
  }
  return [...added].map(([name, elements]) => ({
    name,
    notation: 'added',
    ...whole(expand(reading, elements)),
    input: headShape(reading, elements),
  }));
}

/** Layers applied one after the other outside any function; layers side by side are no model. */
function functional(reading: Reading): CodeModel[] {
  const steps = expand(reading, reading.steps);
  const made = new Set(reading.steps.map(({ call }) => call));
  const connected = reading.steps.some((step) => {
    const flow = inputOf(reading, step);
    return flow?.from === 'call' && made.has(flow.call);
  });
  if (!connected) return [];
  const straight = straightSteps(reading, reading.steps);
  return [{ name: null, notation: 'functional', steps, straight, input: firstInput(reading, reading.steps) }];
}

function firstInput(reading: Reading, steps: readonly CodeStep[]): CodeArray | CodeShape | null {
  const [first] = steps;
  return first ? resolve(reading, inputOf(reading, first)) : null;
}

/** What the class is applied to where the code makes one and calls it. */
function appliedTo(reading: Reading, name: string): CodeArray | CodeShape | null {
  const made = reading.calls.find((call) => call.name === name && call.applied.length > 0);
  return resolve(reading, made?.applied[0]?.args[0]?.flow ?? null);
}

/** The shape that the first layer names: `Input(…)` in front, or `input_shape=`. */
function headShape(reading: Reading, elements: readonly CodeStep[]): CodeShape | null {
  for (const { call } of elements.slice(0, 2)) {
    const shape = shapeIn(reading, call);
    if (shape) return shape;
  }
  return null;
}

function shapeIn(reading: Reading, index: number): CodeShape | null {
  const span = reading.calls[index]?.span;
  if (!span) return null;
  const inside = (shape: CodeShape): boolean =>
    shape.of === null && shape.span.start >= span.start && shape.span.end <= span.end;
  return reading.shapes.find(inside) ?? null;
}

/** The array or shape that a flow stands for, as far as the code says. */
function resolve(reading: Reading, flow: Flow | null): CodeArray | CodeShape | null {
  switch (flow?.from) {
    case 'array':
      return flow.array;
    case 'name':
      return reading.shapes.find(({ of }) => of === flow.name) ?? null;
    case 'call':
      return isInput(reading.calls[flow.call]) ? shapeIn(reading, flow.call) : null;
    default:
      return null;
  }
}

/** `model.build((None, 28, 28, 1))`, `summary(model, (3, 32, 32))`, or the only array there is. */
function builtFor(reading: Reading): CodeArray | CodeShape | null {
  const told = reading.shapes.find(({ written }) => ['build', 'summary', 'input_size'].includes(written));
  const [only, ...others] = reading.landed;
  return told ?? (only && others.length === 0 ? only.array : null);
}

/** Layers that are listed follow each other. */
const whole = (steps: readonly CodeStep[]) => ({ steps, straight: steps.length });
