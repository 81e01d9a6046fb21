import type { FrameworkId } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import { sumParameters } from '../parameters.ts';
import { problem } from '../problem.ts';
import { applyStep } from './apply.ts';
import { formsOf, openForm } from './form.ts';
import { frameworkOf } from './framework.ts';
import { isInput, namedInput } from './input-layer.ts';
import type { InputForm, Step, Trace, TracedLayer } from './trace.ts';

export interface ChainOptions {
  /** The input's axes are meant as they are: no batch and no channels are added. */
  readonly literal?: boolean;
}

/**
 * Every layer of a chain with the shape it gives and its weights, in order, up to the first that fails. A shape without
 * its batch, or with nothing but height and width, is completed as the layers demand; `inOwnForm` leads back. Without an
 * input its axes stay open, as far as the layers don't name them. `framework` null: the one most names belong to.
 */
export function traceChain(
  steps: readonly Step[],
  framework: FrameworkId | null,
  input: Shape | null,
  options: ChainOptions = {},
): Trace {
  const layers = steps.filter((step) => !isInput(step));
  const owner = framework ?? frameworkOf(layers);
  const forms = possibleForms(steps, layers, owner, input, options);
  const traces = forms.map((form) => follow(layers, owner, form));
  const [likely = follow(layers, owner, openForm(layers, owner))] = traces;
  return traces.find(({ output }) => output !== null) ?? likely;
}

function possibleForms(
  steps: readonly Step[],
  layers: readonly Step[],
  framework: FrameworkId | null,
  asked: Shape | null,
  { literal = false }: ChainOptions,
): readonly InputForm[] {
  const named = asked === null ? namedInput(steps) : null;
  const meant = literal ? asked : named;
  if (meant !== null) return [{ shape: meant, batchAdded: false, channelsAdded: false }];
  return asked === null ? [openForm(layers, framework)] : formsOf(layers, framework, asked);
}

function follow(steps: readonly Step[], framework: FrameworkId | null, form: InputForm): Trace {
  const layers: TracedLayer[] = [];
  let current = form.shape;
  for (const step of steps) {
    if (current === null) break;
    const traced = applyStep(step, framework, [current]);
    layers.push(traced);
    current = traced.output;
  }
  const [first] = steps;
  if (form.shape === null && first !== undefined) layers.push(withoutInput(first, framework));
  const parameters = sumParameters(steps, layers);
  return { form, layers, unreached: steps.length - layers.length, output: current, parameters };
}

function withoutInput(step: Step, framework: FrameworkId | null): TracedLayer {
  const traced = applyStep(step, framework, [[]]);
  const advice = `I need the shape that goes into ${step.name}.`;
  return { ...traced, output: null, inputs: [], problem: problem('unknown-input', 'shape', null, advice) };
}
