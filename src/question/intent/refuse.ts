import { nearestLayers } from '../../frameworks/index.ts';
import { describeProblem } from '../python/index.ts';
import type { Unread } from '../question.ts';
import { layoutOfAxes } from '../shape/axes.ts';
import type { Understanding } from '../understand.ts';
import { isAboutPooling } from './domain.ts';
import { findDoubts } from './doubts.ts';

/** How many near names are worth showing. */
const nearNames = 3;

/** Why there is nothing to answer, whatever kind of question it is; null where nothing speaks against it. */
export function findRefusal(understanding: Understanding): Unread | null {
  const { page, request, calls, inputs, cues } = understanding;
  const doubts = findDoubts(page.tokens);
  if (page.error !== null && calls.length + inputs.length >= 0) return null;
  const unknown = page.mentions.find((mention) => mention.kind === 'unknown');
  if (unknown?.kind === 'unknown' && calls.length === 0) {
    const nearest = nearestLayers(unknown.name, nearNames).map(({ name }) => name);
    return { reason: 'unknown-layer', name: unknown.name, nearest };
  }
  const typed =
    request.set?.layer !== undefined || request.set?.shape !== undefined || request.input !== undefined;
  if (doubts.has('homework') && inputs.length === 0 && calls.length === 0) return { reason: 'off-topic' };
  const empty =
    calls.every(({ written, given }) => written === 'name' && given.length === 0) && inputs.length === 0;
  if (doubts.has('complaint') && empty && isVague(understanding)) {
    return { reason: 'incomplete', missing: ['code', 'input-shape'] };
  }
  if (!typed && !isAboutPooling(page, cues) && (inputs.length === 0 || isForeign(understanding)))
    return { reason: 'off-topic' };
  if (doubts.has('training-result')) return { reason: 'not-computable', about: 'training-result' };
  if (doubts.has('random-draw')) return { reason: 'not-computable', about: 'random-draw' };
  if (doubts.has('opinion') && inputs.length === 0 && Math.max(0, ...cues.values()) < 5) {
    return { reason: 'not-computable', about: 'opinion' };
  }
  if (doubts.has('unseen') && inputs.length === 0 && !hasNumbers(understanding)) {
    return { reason: 'not-computable', about: 'unseen' };
  }
  return badInput(understanding) ?? contradiction(understanding);
}

/** A complaint about a shape or an output, without a word on what was done. */
function isVague({ page, cues }: Understanding): boolean {
  const concrete = page.settings.length > 0 || page.mentions.some(({ kind }) => kind === 'call');
  const own = page.tokens.some(
    ({ word }) =>
      word === 'my' || word === 'our' || word === 'it' || word === 'this' || word === 'i' || word === 'me',
  );
  const strongest = Math.max(0, ...cues.values());
  return (
    own &&
    !concrete &&
    strongest < 4 &&
    aboutOutput.some((word) => page.tokens.some(({ stem }) => stem === word))
  );
}

const aboutOutput = [
  'output',
  'shape',
  'size',
  'layer',
  'model',
  'network',
  'net',
  'code',
  'pooling',
  'pool',
  'dimension',
  'result',
  'cnn',
];

function isForeign({ page }: Understanding): boolean {
  return page.mentions.length === 0 && page.tokens.filter(({ kind }) => kind === 'word').length > 6;
}

function hasNumbers({ page }: Understanding): boolean {
  return (
    page.shapes.length > 0 || page.arrays.length > 0 || page.code.arrays.length > 0 || page.runs.length > 1
  );
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
