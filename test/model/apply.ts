import type { FrameworkId } from '../../src/frameworks/index.ts';
import { type Step, traceGraph } from '../../src/model/index.ts';
import type { Shape } from '../../src/pooling/index.ts';

/** One layer on inputs that are taken as they are: what comes out, or why not. */
export function apply(framework: FrameworkId, layer: Step, ...inputs: readonly Shape[]) {
  const ids = inputs.map((_, at) => `input${at}`);
  const shapes = Object.fromEntries(inputs.map((shape, at) => [`input${at}`, shape]));
  const trace = traceGraph([{ ...layer, id: 'layer', inputs: ids }], framework, shapes, { literal: true });
  const [traced] = trace.layers;
  if (traced === undefined) throw new Error('no layer was traced');
  return traced;
}

/** Its output and its weights, `[trainable, not trainable]`. */
export function result(framework: FrameworkId, layer: Step, ...inputs: readonly Shape[]) {
  const { output, parameters, problem } = apply(framework, layer, ...inputs);
  if (output === null || parameters === null) return { refused: problem?.message ?? problem?.advice };
  return { output, weights: [parameters.trainable, parameters.nonTrainable] };
}
