import type { Argument, GivenArguments } from '../../frameworks/index.ts';
import type { FoundModel } from '../code/collect.ts';
import { callOf, type Surroundings } from '../layer/build.ts';
import type { Mention } from '../layer/mention.ts';
import { spellOther } from '../layer/spell-other.ts';
import type { CodeArgument, CodeCall, CodeStep, Flow, Measure } from '../python/index.ts';
import type { ModelStep } from '../question.ts';
import { spanOf } from '../words/place.ts';
import type { Token } from '../words/token.ts';

/** A layer by itself, before it has a place in a model. */
type Layer = Pick<ModelStep, 'name' | 'given' | 'span'>;

/** The layers of a chain in order, each in its framework's own words and on what the one before it gives. */
export function stepsOf(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  around: Surroundings,
): readonly ModelStep[] {
  const layers = mentions.flatMap((mention) => {
    const step = layerOf(mention, tokens, around);
    return step === null ? [] : Array.from({ length: mention.times }, () => step);
  });
  return layers.map((step, at) => ({
    ...step,
    id: String(at + 1),
    inputs: [at === 0 ? 'input' : String(at)],
  }));
}

/** The layers of a model in code; one that is used twice comes twice, with the same weights. */
export function stepsOfModel(
  { model, calls }: FoundModel,
  mentions: readonly Mention[],
  tokens: readonly Token[],
  around: Surroundings,
): readonly ModelStep[] {
  const layerAt = (index: number): Layer | null => {
    const call = calls[index];
    if (call === undefined) return null;
    const mention = mentions.find((candidate) => candidate.kind === 'call' && candidate.code === call);
    const pooling = mention === undefined ? null : layerOf(mention, tokens, around);
    const name = call.form === 'call' ? lastName(call.qualified) : call.name;
    return pooling ?? { name, given: call.settings.map(plain), span: call.span };
  };
  return model.steps.flatMap((step): readonly ModelStep[] => {
    const call = calls[step.call];
    const layer = layerAt(step.call);
    return call === undefined || layer === null ? [] : [{ ...layer, ...placeOf(step, call, layer, layerAt) }];
  });
}

/** The calls of a model in which every layer takes what the one before it gives; null for one with branches. */
export function callsOfChain({ model, calls }: FoundModel): readonly CodeCall[] | null {
  const chained = model.steps.every(
    ({ inputs }, at) => at === 0 || (inputs.length === 1 && inputs[0] === model.steps[at - 1]?.id),
  );
  return chained ? model.steps.flatMap(({ call }) => calls[call] ?? []) : null;
}

/** Where a layer stands in its model, and what belongs to it there. */
function placeOf(
  step: CodeStep,
  call: CodeCall,
  layer: Layer,
  layerAt: (index: number) => Layer | null,
): Omit<ModelStep, keyof Layer> {
  const { id, inputs, applied, assumed } = step;
  const application = applied === null ? undefined : call.applied[applied];
  const wraps = call.wraps === null ? null : layerAt(call.wraps);
  // A pooling function keeps its tensor among its arguments, `F.max_pool1d(x, x.size(2))`.
  const written = layer.given.length === call.settings.length ? call.settings : call.args;
  const sizes = written.flatMap(({ size }, at) => {
    const measure = size && measureOf(size);
    return measure ? [{ at, measure }] : [];
  });
  return {
    id,
    inputs,
    ...(applied === null ? {} : { instance: String(step.call) }),
    ...(application === undefined ? {} : { applied: application.args.map(plain) }),
    ...(wraps === null ? {} : { wraps }),
    ...(call.form === 'call' || call.form === 'operation' ? {} : { obstacle: call.form }),
    ...(assumed ? { assumed } : {}),
    ...(call.stated ? { stated: call.stated } : {}),
    ...(sizes.length > 0 ? { sizes } : {}),
  };
}

function layerOf(mention: Mention, tokens: readonly Token[], around: Surroundings): Layer | null {
  const span = spanOf(tokens, mention.from, mention.to);
  if (mention.kind === 'other') {
    return { name: mention.name, given: givenOf(mention), span };
  }
  const call = callOf(mention, tokens, around);
  return call === null ? null : { name: call.layer.name, given: call.given, span };
}

/** The arguments of a layer that doesn't pool, from its call and from the prose around it. */
export function givenOf(mention: Mention & { readonly kind: 'other' }): GivenArguments {
  const written = (mention.code?.settings ?? []).map(plain);
  return [...written, ...spellOther(mention.name, mention.settings)];
}

export const plain = ({ name, value }: CodeArgument): Argument => ({ name, value });
const lastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** The same with the places of the tensors in their model; null where one has none. */
function measureOf(size: Measure): Measure<string> | null {
  switch (size.kind) {
    case 'slice': {
      const of = idOf(size.of);
      return of === null ? null : { ...size, of };
    }
    case 'product':
      return productOf(size);
    case 'tuple': {
      const items = size.items.map(productOf).filter((item) => item !== null);
      return items.length === size.items.length ? { ...size, items } : null;
    }
  }
}

function productOf(product: Extract<Measure, { kind: 'product' }>) {
  const factors = product.factors.flatMap(({ of, axis }) => {
    const id = idOf(of);
    return id === null ? [] : [{ of: id, axis }];
  });
  return factors.length === product.factors.length ? { ...product, factors } : null;
}

/** The place of a tensor in its model. */
function idOf(flow: Flow): string | null {
  if (flow.from === 'name') return flow.name;
  if (flow.from !== 'call') return null;
  return flow.applied === null ? String(flow.call) : `${flow.call}.${flow.applied}`;
}
