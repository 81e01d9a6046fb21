import type { Token } from './token.ts';

const counts: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

/** The number that a token states in digits or as a word; null for anything else. */
export function numberOf(token: Token | undefined): number | null {
  if (token?.kind === 'number') return token.value;
  return token === undefined ? null : (counts[token.word] ?? null);
}
