import type { Span } from '../question.ts';
import type { Token } from './token.ts';

/** The tokens that a span of the text covers or touches, end exclusive; quotation marks are no tokens. */
export function tokensIn(
  tokens: readonly Token[],
  span: Span,
): { readonly from: number; readonly to: number } {
  const from = firstWhere(tokens, (token) => token.end > span.start);
  return {
    from,
    to: Math.max(
      from,
      firstWhere(tokens, (token) => token.start >= span.end),
    ),
  };
}

/** The first token from which on a condition holds; the number of tokens where it never does. */
function firstWhere(tokens: readonly Token[], holds: (token: Token) => boolean): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token === undefined || holds(token)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The stretch of text from token `from` up to, not including, token `to`. */
export function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** Whether a clause or a sentence ends at a sign. */
export function stopsAt(word: string): boolean {
  return word === ',' || word === '.' || word === ';' || word === '?' || word === '!' || word === ':';
}
