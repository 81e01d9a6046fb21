import { bindingAdvice, bindingCode, unexpectedAdvice, unknownValueAdvice } from './advice/binding.ts';
import { type Bound, bind } from './binding/bind.ts';
import { alignTensors } from './binding/tensors.ts';
import { definitionOf } from './catalogue.ts';
import type { Definition } from './definition.ts';
import type {
  CallContext,
  Configuration,
  GivenArguments,
  Layer,
  Parameter,
  Refusal,
  Stage,
} from './framework.ts';
import { refuse } from './refusal.ts';
import { unknownPart } from './values/expressions.ts';

/**
 * A layer with its arguments bound as Python binds them, checked as the framework checks them, and its defaults worked
 * out. Arguments of a second call (`nn.MaxUnpool2d(2)(x, indices, output_size=(5, 5))`) come in `context.applied`.
 * The data of a function (`F.max_pool2d(x, 2)`) may be left out.
 *
 * A refusal carries the framework's own exception and the stage at which it would come.
 */
export function configure(
  layer: Layer,
  given: GivenArguments,
  context: CallContext = {},
): Configuration | Refusal {
  const definition = definitionOf(layer);
  const stage = layer.form === 'function' ? 'call' : 'constructor';
  const bound = bindAt(definition, stage, layer.parameters, given);
  if (!bound.ok) return bound;
  const applied = bindAt(definition, 'call', layer.callParameters, context.applied ?? []);

  const resolved = definition.rules.resolve({
    layer,
    values: bound.values,
    applied: applied.ok ? applied.values : {},
    defaulted: bound.defaulted,
    rank: layer.rank,
    context,
  });
  if (!resolved.ok) return resolved;
  if (!applied.ok) return applied;
  const { args, operation } = resolved;
  return { ok: true, layer, args, applied: applied.values, defaulted: bound.defaulted, operation };
}

function bindAt(
  { layer, rules }: Definition,
  stage: Stage,
  parameters: readonly Parameter[],
  given: GivenArguments,
): Bound | Refusal {
  const open = stage === 'constructor' && rules.keywords !== 'strict';
  const bound = bind(parameters, alignTensors(parameters, given), open ? 'open' : 'strict');
  if (!bound.ok) {
    const error = rules.bindingError(layer, bound, stage);
    return refuse(bindingCode(bound), stage, error, bindingAdvice(layer, parameters, bound));
  }
  if (rules.keywords !== 'strict') {
    const { known, error } = rules.keywords;
    const unknown = bound.extra.filter(({ name }) => name === null || !known.has(name));
    const [first] = unknown;
    if (first !== undefined) {
      const advice = unexpectedAdvice(layer, first.name ?? '');
      return refuse('unexpected-argument', stage, error(layer, unknown), advice);
    }
  }
  for (const { name, tensor, inert, symbol } of parameters) {
    const value = bound.values[name];
    const source = value === undefined || tensor || inert || symbol ? null : unknownPart(value);
    if (source !== null) return refuse('unknown-value', stage, null, unknownValueAdvice(name, source));
  }
  return bound;
}
