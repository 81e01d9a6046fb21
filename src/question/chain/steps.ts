import type { GivenArguments } from '../../frameworks/index.ts';
import type { FoundModel } from '../code/collect.ts';
import { callOf, type Surroundings } from '../layer/build.ts';
import type { Mention } from '../layer/mention.ts';
import { spellOther } from '../layer/spell-other.ts';
import type { CodeArgument, CodeCall } from '../python/index.ts';
import type { ModelStep } from '../question.ts';
import { wordSet } from '../words/list.ts';
import { spanOf } from '../words/place.ts';
import type { Token } from '../words/token.ts';

/** The layers of a chain in order, each in its framework's own words. */
export function stepsOf(
  mentions: readonly Mention[],
  tokens: readonly Token[],
  around: Surroundings,
): readonly ModelStep[] {
  return mentions.flatMap((mention) => {
    const step = stepOf(mention, tokens, around);
    return step === null ? [] : Array.from({ length: mention.times }, () => step);
  });
}

/** The layers of a model in code up to its first branch, in the order in which its tensor goes through them; a layer used twice comes twice. */
export function stepsOfModel(
  found: FoundModel,
  mentions: readonly Mention[],
  tokens: readonly Token[],
  around: Surroundings,
): readonly ModelStep[] {
  return callsOfModel(found).map((call) => {
    const mention = mentions.find((candidate) => 'code' in candidate && candidate.code === call);
    const known = mention === undefined ? null : stepOf(mention, tokens, around);
    const name = call.qualified.slice(call.qualified.lastIndexOf('.') + 1);
    const given = withoutTensors(call.args);
    return known ?? { name, given, span: call.span };
  });
}

/** The calls of a model up to its first branch, in the order in which its tensor goes through them. */
export function callsOfModel({ model, calls }: FoundModel): readonly CodeCall[] {
  return model.steps.slice(0, model.straight).flatMap(({ call: index }) => {
    const call = calls[index];
    return call === undefined || queries.has(call.qualified.slice(call.qualified.lastIndexOf('.') + 1))
      ? []
      : [call];
  });
}

/** Methods that look at a tensor and change nothing. */
const queries = wordSet(
  'size dim numel item tolist numpy detach cpu cuda to backward shape clone contiguous float summary',
);

function stepOf(mention: Mention, tokens: readonly Token[], around: Surroundings): ModelStep | null {
  const span = spanOf(tokens, mention.from, mention.to);
  if (mention.kind === 'other') {
    return { name: mention.name, given: givenOf(mention), span };
  }
  const call = callOf(mention, tokens, around);
  return call === null ? null : { name: call.layer.name, given: call.given, span };
}

/** The arguments of a layer that doesn't pool, from its call and from the prose around it. */
export function givenOf(mention: Mention & { readonly kind: 'other' }): GivenArguments {
  const written = withoutTensors(mention.code?.args ?? []);
  return [...written, ...spellOther(mention.name, mention.settings)];
}

/** What a function is called on comes from the step before it. */
export function withoutTensors(args: readonly CodeArgument[]): GivenArguments {
  return args.filter(({ flow }) => flow === null).map(({ name, value }) => ({ name, value }));
}
