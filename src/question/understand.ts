import type { CallContext, FrameworkId } from '../frameworks/index.ts';
import type { Layout } from '../pooling/index.ts';
import { nativeLayout } from './fit/layout.ts';
import { attachedInput } from './input/attached.ts';
import { type Candidate, findInputs } from './input/find.ts';
import { likelyRank } from './input/rank.ts';
import { findRoles, type Roles } from './input/roles.ts';
import { type Ask, findAsks } from './intent/asks.ts';
import { callOf } from './layer/build.ts';
import { impliedFramework, impliedRank, isComputable } from './layer/implied.ts';
import type { Mention } from './layer/mention.ts';
import { overrideCalls } from './layer/override.ts';
import type { Page } from './page.ts';
import type { LayerCall } from './question.ts';
import type { Request } from './request.ts';
import { cueScores, type TopicScores, wordScores } from './topic/search.ts';
import { settingTopics } from './topic/settings.ts';

/** What a page says, put together: layers with their arguments, inputs, and what is asked about them. */
export interface Understanding {
  readonly page: Page;
  readonly request: Request;
  readonly asks: ReadonlySet<Ask>;
  readonly cues: TopicScores;
  readonly words: TopicScores;
  /** Named in the request or the text, or implied by the layers. */
  readonly framework: FrameworkId | null;
  /** Said in the text or set by a button. */
  readonly layout: Layout | null;
  readonly rank: 1 | 2 | 3;
  /** The mentions that can be computed, and the calls they mean. */
  readonly spoken: readonly Mention[];
  readonly calls: readonly LayerCall[];
  readonly roles: Roles;
  /** What the layers are applied to: the attached or typed input alone, else every input of the text. */
  readonly inputs: readonly Candidate[];
  readonly context: CallContext;
}

/** Puts a page and what came beside it together. */
export function understand(page: Page, request: Request): Understanding {
  const { tokens, mentions, frameworks } = page;
  const named = request.framework ?? frameworks[0]?.framework ?? null;
  const framework = named ?? impliedFramework(mentions);
  const order = framework === null ? 'channels_last' : nativeLayout(framework);
  const layerRank = impliedRank(mentions);
  const roles = findRoles(findInputs(page, order, layerRank), tokens, mentions);
  const attached = attachedInput(request);
  const inputs = attached === null ? roles.inputs : [attached];
  const rank = layerRank ?? likelyRank(inputs[0]?.read ?? null, tokens) ?? 2;
  const spoken = mentions.filter(isComputable);
  const asks = findAsks(tokens);
  const all = spoken.flatMap((mention) => callOf(mention, tokens, { framework, rank }) ?? []);
  // "Is global average pooling the same as AdaptiveAvgPool2d(1)?" is on the name and the layer both.
  const written = asks.has('equality') ? all : withoutNicknames(all);
  return {
    page,
    request,
    asks,
    cues: withSettings(cueScores(tokens), page),
    words: wordScores(tokens),
    framework,
    layout: request.set?.layout ?? spokenLayout(page),
    rank,
    spoken,
    calls: overrideCalls(written, request, framework, rank),
    roles,
    inputs,
    context: contextOf(request),
  };
}

/** In "global average pooling: AdaptiveAvgPool2d(1)" the English names the layer that is written out beside it. */
function withoutNicknames(calls: readonly LayerCall[]): readonly LayerCall[] {
  const classes = calls.filter(({ written }) => written !== 'words').map(({ layer }) => layer);
  return calls.filter(
    ({ written, layer, given }) =>
      written !== 'words' || !classes.includes(layer) || given.some(({ name }) => name !== 'output_size'),
  );
}

/** What the arguments in prose are about counts as if it had been said. */
function withSettings(cues: TopicScores, page: Page): TopicScores {
  const scores = new Map(cues);
  for (const [topic, weight] of settingTopics(page.settings))
    scores.set(topic, (scores.get(topic) ?? 0) + weight);
  return scores;
}

function contextOf(request: Request): CallContext {
  return {
    ...(request.input === undefined ? {} : { dtype: request.input.dtype }),
    ...(request.opset === undefined ? {} : { opset: request.opset }),
    ...(request.samples === undefined ? {} : { samples: request.samples }),
  };
}

function spokenLayout(page: Page): Layout | null {
  for (const { name, value } of page.settings) {
    if (name !== 'layout' || value.type !== 'str') continue;
    if (value.value === 'channels_first' || value.value === 'channels_last') return value.value;
  }
  return null;
}
