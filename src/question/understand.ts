import type { CallContext, FrameworkId } from '../frameworks/index.ts';
import type { Layout } from '../pooling/index.ts';
import { type Applied, applyLayer } from './fit/apply.ts';
import { nativeLayout } from './fit/layout.ts';
import { type Candidate, findInputs } from './input/find.ts';
import { likelyRank } from './input/rank.ts';
import { findRoles, type Roles } from './input/roles.ts';
import { type Ask, findAsks } from './intent/asks.ts';
import { callOf } from './layer/build.ts';
import type { Mention } from './layer/mention.ts';
import type { Page } from './page.ts';
import type { InputRead, LayerCall } from './question.ts';
import type { Request } from './request.ts';

/** A pooling layer with the mention that it was read from. */
export interface ReadCall {
  readonly call: LayerCall;
  readonly mention: Mention;
}

/** What a page says, put together: layers with their arguments, inputs, and what is asked about them. */
export interface Understanding {
  readonly page: Page;
  readonly request: Request;
  readonly asks: ReadonlySet<Ask>;
  /** Named in the request or the text. */
  readonly framework: FrameworkId | null;
  readonly rank: 1 | 2 | 3;
  readonly calls: readonly ReadCall[];
  readonly roles: Roles;
  readonly applied: readonly Applied[];
  readonly context: CallContext;
}

export function understand(page: Page, request: Request): Understanding {
  const { tokens, mentions, frameworks } = page;
  const framework = request.framework ?? frameworks[0]?.framework ?? impliedFramework(mentions);
  const layout = framework === null ? 'channels_last' : nativeLayout(framework);
  const attached = attachedInput(request);
  const layerRank = rankOf(mentions);
  const found = findInputs(page, layout, layerRank);
  const roles = findRoles(found, tokens);
  const first = attached ?? roles.inputs[0]?.read ?? null;
  const rank = layerRank ?? likelyRank(first, tokens) ?? 2;
  const calls = mentions.flatMap((mention): ReadCall[] => {
    if (!isComputable(mention)) return [];
    const call = callOf(mention, tokens, { framework, rank });
    return call === null ? [] : [{ call, mention }];
  });
  const context: CallContext = {
    ...(request.input === undefined ? {} : { dtype: request.input.dtype }),
    ...(request.opset === undefined ? {} : { opset: request.opset }),
    ...(request.samples === undefined ? {} : { samples: request.samples }),
  };
  const inputs: readonly (Candidate | null)[] =
    attached === null ? roles.inputs : [{ read: attached, from: 0, to: 0, problem: null, ours: false }];
  const pairs = pair(calls, inputs.length === 0 ? [null] : inputs);
  const applied = pairs.map(({ call, input }) =>
    applyLayer({
      call: call.call,
      read: input?.read ?? null,
      layout: spokenLayout(page, request),
      framework,
      rank,
      ours: input?.ours ?? false,
      context,
    }),
  );
  return { page, request, asks: findAsks(tokens), framework, rank, calls, roles, applied, context };
}

function attachedInput(request: Request): InputRead | null {
  const { input } = request;
  if (input === undefined) return null;
  return {
    shape: input.shape,
    axes: null,
    values: input.values === undefined ? null : Float64Array.from(input.values),
    dtype: input.dtype,
    literal: true,
    span: null,
  };
}

/** The framework of class names, where prose names none; shared names say nothing. */
function impliedFramework(mentions: readonly Mention[]): FrameworkId | null {
  for (const mention of mentions) {
    if (mention.kind === 'call' || mention.kind === 'name') return mention.layers[0]?.framework ?? null;
    if (mention.kind === 'other' && /\dd$|^Linear/.test(mention.name)) return 'torch';
  }
  return null;
}

function rankOf(mentions: readonly Mention[]): 1 | 2 | 3 | null {
  for (const mention of mentions) {
    if (mention.kind === 'call' || mention.kind === 'name') {
      const rank = mention.layers[0]?.rank ?? null;
      if (rank !== null) return rank;
    }
    if (mention.kind === 'head' && mention.head.rank !== null) return mention.head.rank;
    const window = mention.settings.find(({ name }) => name === 'window');
    if (window?.value.type === 'tuple' && mention.kind === 'head') {
      const { length } = window.value.items;
      if (length === 2 || length === 3) return length;
    }
  }
  return null;
}

/** "Pooling" alone is a subject, not a layer; with a reduction, a window or "global" it can be computed. */
function isComputable(mention: Mention): boolean {
  if (mention.kind !== 'head') return mention.kind === 'call' || mention.kind === 'name';
  return (
    mention.head.reduce !== null ||
    mention.head.saysWindow ||
    mention.settings.some(({ name }) => name === 'window')
  );
}

function spokenLayout(page: Page, request: Request): Layout | null {
  if (request.set?.layout !== undefined) return request.set.layout;
  for (const { name, value } of page.settings) {
    if (name !== 'layout' || value.type !== 'str') continue;
    if (value.value === 'channels_first' || value.value === 'channels_last') return value.value;
  }
  return null;
}

/** Each layer on its own input where there are as many, else every layer on every input. */
function pair(
  calls: readonly ReadCall[],
  inputs: readonly (Candidate | null)[],
): readonly { readonly call: ReadCall; readonly input: Candidate | null }[] {
  if (calls.length > 1 && calls.length === inputs.length) {
    return calls.flatMap((call, index) => {
      const input = inputs[index];
      return input === undefined ? [] : [{ call, input }];
    });
  }
  return calls.flatMap((call) => inputs.map((input) => ({ call, input })));
}
