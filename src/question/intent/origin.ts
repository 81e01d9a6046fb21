import type { Token } from '../words/token.ts';

const asking = new Set(['where', 'why', 'how', 'what', 'whats', 'wheres']);
const origin = new Set([
  'come',
  'comes',
  'from',
  'is',
  'was',
  'calculated',
  'computed',
  'get',
  'got',
  'explain',
]);

/** The number that a sentence like "where does 9216 come from" asks after; null where none does. */
export function numberInQuestion(tokens: readonly Token[]): number | null {
  for (const [at, token] of tokens.entries()) {
    if (!asking.has(token.word)) continue;
    const rest = tokens.slice(at + 1, at + 9);
    const number = rest.find(
      (next) => next.kind === 'number' && Number.isInteger(next.value) && next.value > 9,
    );
    if (number?.kind === 'number' && rest.some(({ word }) => origin.has(word))) return number.value;
  }
  return null;
}
