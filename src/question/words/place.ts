import type { Span } from '../question.ts';
import type { Token } from './token.ts';

/** The first token that ends after an offset of the text; the number of tokens where none does. */
export function tokenAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The tokens that a span of the text covers, end exclusive. */
export function tokensIn(
  tokens: readonly Token[],
  span: Span,
): { readonly from: number; readonly to: number } {
  return { from: tokenAfter(tokens, span.start), to: tokenAfter(tokens, span.end - 1) + 1 };
}

/** The stretch of text from token `from` up to, not including, token `to`. */
export function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** Whether a clause or a sentence ends at a sign. */
export function stopsAt(word: string): boolean {
  return word === ',' || word === '.' || word === ';' || word === '?' || word === '!' || word === ':';
}
