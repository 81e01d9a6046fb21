import { nearestLayers } from '../../frameworks/index.ts';
import { typedLayer } from '../layer/override.ts';
import { describeProblem } from '../python/index.ts';
import type { Unread } from '../question.ts';
import { layoutOfAxes } from '../shape/axes.ts';
import type { TopicScores } from '../topic/search.ts';
import type { Understanding } from '../understand.ts';
import { hasModel, isAboutPooling, isElsewhere } from './domain.ts';
import { type Doubt, findDoubts } from './doubts.ts';
import { inOtherLanguage } from './language.ts';
import { isVague } from './vague.ts';

/** How many near names are worth showing. */
const nearNames = 3;

/** Why there is nothing to answer, whatever kind of question it is; null where nothing speaks against it. */
export function findRefusal(understanding: Understanding): Unread | null {
  const { page, calls, inputs, request, framework, rank } = understanding;
  const foreign = inOtherLanguage(page.text);
  if (foreign !== null) return foreign;
  const unknown = page.mentions.find((mention) => mention.kind === 'unknown');
  if (unknown?.kind === 'unknown' && calls.length === 0) {
    return isOffTopic(understanding) ? { reason: 'off-topic' } : unknownLayer(unknown.name);
  }
  const typed = request.set?.layer;
  if (typed !== undefined && typedLayer(typed, framework, rank) === null) return unknownLayer(typed);
  const doubts = findDoubts(page.tokens);
  const pasted = hasModel(page);
  const elsewhere = doubts.has('homework') || doubts.has('elsewhere');
  if (elsewhere && inputs.length === 0 && calls.length === 0 && !pasted) return { reason: 'off-topic' };
  if (doubts.has('complaint') && !pasted && isVague(understanding)) {
    return { reason: 'incomplete', missing: ['code', 'input-shape'] };
  }
  if (isOffTopic(understanding)) return { reason: 'off-topic' };
  return notComputable(understanding, doubts) ?? badInput(understanding) ?? contradiction(understanding);
}

function unknownLayer(name: string): Unread {
  return {
    reason: 'unknown-layer',
    name,
    nearest: nearestLayers(name, nearNames).map((layer) => layer.name),
  };
}

/** Commands, typed options and attached arrays are meant for pooling; a bare shape or array may be. */
function isOffTopic({ page, request, inputs, cues }: Understanding): boolean {
  const { set, input } = request;
  if (set?.layer !== undefined || set?.shape !== undefined || input !== undefined) return false;
  if (request.prefer !== undefined && cues.size > 0) return false;
  if (isAboutPooling(page, cues)) return false;
  return (
    inputs.length === 0 ||
    isElsewhere(page) ||
    page.tokens.filter(({ kind }) => kind === 'word').length > fewWords
  );
}

/** Words that may stand beside a shape which somebody sends without saying what it is for. */
const fewWords = 6;

function notComputable({ page, inputs, cues }: Understanding, doubts: ReadonlySet<Doubt>): Unread | null {
  if (doubts.has('training-result')) return { reason: 'not-computable', about: 'training-result' };
  if (doubts.has('run-time')) return { reason: 'not-computable', about: 'run-time' };
  if (doubts.has('random-draw')) return { reason: 'not-computable', about: 'random-draw' };
  if (inputs.length > 0 || hasModel(page)) return null;
  if (doubts.has('opinion') && strongest(cues) < 5) return { reason: 'not-computable', about: 'opinion' };
  return doubts.has('unseen') && page.runs.length < 2 ? { reason: 'not-computable', about: 'unseen' } : null;
}

/** The strongest cue; that a network is named says nothing of its pooling. */
function strongest(cues: TopicScores): number {
  return Math.max(0, ...[...cues].flatMap(([topic, weight]) => (topic === 'architectures' ? [] : [weight])));
}

function badInput({ page, inputs, calls }: Understanding): Unread | null {
  const [ragged] = page.arrayProblems.filter(({ kind }) => kind === 'ragged');
  if (ragged !== undefined && calls.length > 0) {
    const written = page.text.slice(ragged.span.start, ragged.span.end);
    return { reason: 'bad-shape', written, problem: describeProblem(ragged) };
  }
  const bad = inputs.find(({ problem }) => problem !== null);
  if (bad !== undefined && bad.problem !== null) {
    const { span } = bad.read;
    const written = span === null ? '' : page.text.slice(span.start, span.end);
    return { reason: 'bad-shape', written, problem: bad.problem };
  }
  const [problem] = page.code.problems;
  if (problem === undefined || calls.length > 0 || inputs.length > 0) return null;
  const written = page.text.slice(problem.span.start, problem.span.end);
  return { reason: 'bad-code', written, problem: describeProblem(problem) };
}

/** Axis names that say one layout beside an argument that says the other. */
function contradiction({ page, inputs, layout, calls }: Understanding): Unread | null {
  const axes = inputs[0]?.read.axes ?? null;
  const named = axes === null || inputs[0]?.ours === true ? null : layoutOfAxes(axes);
  if (named === null) return null;
  for (const { given } of calls) {
    const argument = given.find(({ name }) => name === 'data_format');
    const said = argument?.value.type === 'str' ? argument.value.value : layout;
    if (said !== null && said !== named && said.startsWith('channels_')) {
      const span = inputs[0]?.read.span;
      return {
        reason: 'contradiction',
        first: said,
        second: span == null ? named : page.text.slice(span.start, span.end),
      };
    }
  }
  return null;
}
