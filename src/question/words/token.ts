import type { Span } from '../question.ts';

/**
 * A word, a number or a sign of the text. `word` is what the readers compare with: lower case, typos put right,
 * `×` as `x`, arrows as `->`.
 */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'sign';
  readonly text: string;
  readonly word: string;
  /** The word without its plural ending. */
  readonly stem: string;
  /** NaN unless the token is a number. */
  readonly value: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
  /** Whether a line starts with it. */
  readonly opensLine: boolean;
}
