import { stepsOf } from '../chain/steps.ts';
import type { Claim, Missing, Question, Unread } from '../question.ts';
import { impliedTopics } from '../topic/implied.ts';
import { rankTopics } from '../topic/rank.ts';
import { cueScores, wordScores } from '../topic/search.ts';
import type { TopicId } from '../topics.ts';
import type { Understanding } from '../understand.ts';
import { convertTargets } from './convert.ts';

type Base = Omit<Question, 'kind'> & { readonly topics: readonly TopicId[] };

/** Settles what kind of question it is. */
export function decide(understanding: Understanding): Question {
  const { page, request, asks, framework, calls, roles, applied, context } = understanding;
  const applications = applied.map(({ application }) => application);
  const layerCalls =
    applications.length > 0 ? unique(applications.map(({ call }) => call)) : calls.map(({ call }) => call);
  const cues = cueScores(page.tokens);
  const topics = rankTopics([cues, wordScores(page.tokens), impliedTopics(layerCalls, applications)]);
  const base: Base = {
    text: request.text,
    topics,
    framework,
    calls: layerCalls,
    inputs: roles.inputs.map(({ read }) => read),
    applications,
    assumptions: unique(applied.flatMap(({ assumptions }) => assumptions)),
    context,
  };
  const unknown = (unread: Unread): Question => ({ ...base, kind: 'unknown', unread });
  if (page.error !== null) return { ...base, kind: 'errorHelp', error: page.error.error };
  const wrong = page.mentions.find((mention) => mention.kind === 'unknown');
  if (wrong?.kind === 'unknown' && calls.length === 0) {
    return unknown({ reason: 'unknown-layer', name: wrong.name, nearest: [] });
  }
  if (Math.max(0, ...cues.values()) < 3 && calls.length === 0 && page.mentions.length === 0) {
    return unknown({ reason: 'off-topic' });
  }
  if (asks.has('training-result')) return unknown({ reason: 'not-computable', about: 'training-result' });
  if (asks.has('random-draw')) return unknown({ reason: 'not-computable', about: 'random-draw' });
  const input = base.inputs[0] ?? null;
  const to = convertTargets(understanding);
  if (to.length > 0 && calls.length > 0) return { ...base, kind: 'convert', to };
  const steps = page.mentions.filter(
    (mention) => mention.kind === 'other' || calls.some((call) => call.mention === mention),
  );
  if (
    steps.length > 1 &&
    steps.some(({ kind }) => kind === 'other') &&
    (input !== null || asks.has('trace'))
  ) {
    return { ...base, kind: 'trace', model: stepsOf(steps, page.tokens, understanding) };
  }
  if (calls.length > 0 && (input !== null || request.input !== undefined)) {
    const values = input?.values ?? request.input?.values ?? null;
    if (values !== null) {
      return {
        ...base,
        kind: 'values',
        wants: [],
        upstream: roles.upstream,
        mask: roles.mask,
        indices: roles.indices,
      };
    }
    return { ...base, kind: 'shape' };
  }
  if (asks.has('difference') && calls.length > 1) return { ...base, kind: 'compare', about: 'layers' };
  if (topics.length > 0 && asks.has('explain')) return { ...base, kind: 'explain' };
  const missing: Missing[] = input === null ? ['input-shape'] : ['layer'];
  const claims: Claim[] = [];
  void claims;
  return unknown({ reason: 'incomplete', missing });
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  const seen = new Map<string, Item>();
  for (const item of items) seen.set(JSON.stringify(item), item);
  return [...seen.values()];
}
