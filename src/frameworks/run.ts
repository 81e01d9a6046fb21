import { backward, countElements, forward } from '../pooling/index.ts';
import { definitionOf } from './catalogue.ts';
import { checkData } from './data.ts';
import type { CallContext, Computed, Configuration, Inferred, LayerData, Refusal } from './framework.ts';
import { infer } from './infer.ts';
import { refuse } from './refusal.ts';

/** An output beyond this is a slip (an adaptive size of a million), not a question. */
const mostElements = 2 ** 26;

/**
 * A configured layer on data: output, indices where the layer returns them, and the gradient for `upstream`. Whatever
 * the framework refuses at the call comes back as a refusal.
 */
export function run(
  configuration: Configuration,
  data: LayerData,
  context: CallContext = {},
): Computed | Refusal {
  const inferred = infer(configuration, data.input.shape, context);
  if (!inferred.ok) return inferred;
  const { rules } = definitionOf(configuration.layer);
  const refusal =
    rules.admit(configuration, inferred, data, context) ?? checkData(inferred, data) ?? checkSize(inferred);
  if (refusal !== null) return refusal;

  const { operation, derivation } = inferred;
  const wantIndices = rules.returnsIndices(configuration, context);
  const extra = {
    ...(data.mask ? { mask: data.mask.data } : {}),
    ...(data.indices ? { indices: data.indices.data } : {}),
    ...(context.samples ? { samples: context.samples } : {}),
    wantIndices,
  };
  const { output, indices } = forward(operation, data.input, extra);
  const gradient = data.upstream ? backward(operation, data.input, data.upstream, extra) : null;
  return {
    ok: true,
    operation,
    derivation,
    output,
    indices: wantIndices && indices !== null ? [...indices] : null,
    gradient,
  };
}

function checkSize({ derivation }: Inferred): Refusal | null {
  const elements = countElements(derivation.output);
  if (elements !== null && elements <= mostElements) return null;
  const advice = `The output would have ${elements ?? 'more than 2^53'} values; I compute up to ${mostElements}. Ask for its shape alone.`;
  return refuse('too-many-elements', 'call', null, advice);
}
