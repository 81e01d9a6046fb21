import { applyAll } from '../fit/all.ts';
import type { LayerCall, Question, ReadSide } from '../question.ts';
import { askedMap } from '../sides/asked-map.ts';
import { findExpressions } from '../sides/expression/find.ts';
import { asksForSides, findSides, isChain, isWeightless, poolsAnywhere } from '../sides/find.ts';
import type { Understanding } from '../understand.ts';
import { commonParts } from './common.ts';
import { findRefusal } from './refuse.ts';

/** "Is MaxPool2d(2) twice the same as MaxPool2d(4)?": two chains, models or expressions against each other. */
export function readSame(understanding: Understanding): Question | null {
  const { asks, request, page } = understanding;
  const { prefer } = request;
  if (prefer !== undefined && prefer !== 'compare') return null;
  const wanted = prefer === 'compare' || /^\s*\/?compare\b/i.test(page.text);
  const same = asks.has('equality') || isEquation(page.text) || saysSame.test(page.text);
  if (!wanted && !same && !asks.has('difference') && !asksForSides(page.text)) return null;
  if (findRefusal(understanding)?.reason === 'not-computable') return null;
  const sides = findSides(understanding);
  if (sides === null || !isChain(sides) || !sides.some(poolsAnywhere)) return null;
  const plain = sides.every((side) => poolsAnywhere(side) && isWeightless(side));
  const comparable = plain || (wanted && sides.every(poolsAnywhere));
  if (!same && !comparable && !asksForSides(page.text)) return null;
  const calls = sides.flatMap(callsOf);
  const code = findExpressions(page.text);
  const inputs = understanding.inputs.filter(
    ({ read: { span } }) =>
      span === null || code.every((one) => span.end <= one.span.start || span.start >= one.span.end),
  );
  const parts = commonParts(understanding, { calls, inputs, applied: false, talk: true });
  const [first] = applyAll(understanding, calls.slice(0, 1), inputs.slice(0, 1));
  const on = askedMap(first ? [first.application] : []);
  return { ...parts, kind: 'compare', about: 'equality', sides, on };
}

/** "A = B" between two descriptions; in code the sign gives a name. */
function isEquation(text: string): boolean {
  return !text.includes('\n') && /\s(?:={1,2}|≡)\s/.test(text) && !/^\s*[\w.]+\s*=\s/.test(text);
}

/** Wordings of sameness besides the plain ones. */
const saysSame = /\b(?:the identity|equals?|interchangeabl[ey]|instead of|match(?:es)?)\b/i;

function callsOf(side: ReadSide): readonly LayerCall[] {
  return side.flatMap((step) => (step.kind === 'pool' ? [step.call] : []));
}
