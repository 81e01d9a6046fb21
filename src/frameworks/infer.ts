import type { Shape } from '../pooling/index.ts';
import { definitionOf } from './catalogue.ts';
import type { CallContext, Configuration, Inferred, Refusal } from './framework.ts';
import { refuse } from './refusal.ts';

/**
 * The output shape of a configured layer on an input of this shape, with its derivation. Open dimensions (null) stay
 * open. Refused as the framework does: wrong rank, window too large, empty axes.
 */
export function infer(
  configuration: Configuration,
  shape: Shape,
  context: CallContext = {},
): Inferred | Refusal {
  const impossible = shape.find((size) => size !== null && (!Number.isSafeInteger(size) || size < 0));
  if (impossible !== undefined) {
    const advice = `A shape is made of whole numbers from 0 on; ${impossible} is none.`;
    return refuse('out-of-range', 'shape', null, advice);
  }
  return definitionOf(configuration.layer).rules.infer(configuration, shape, context);
}
