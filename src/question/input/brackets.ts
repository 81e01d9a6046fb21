import { type CodeArray, readCode } from '../python/index.ts';
import type { Span } from '../question.ts';
import type { Token } from '../words/token.ts';

/** The longest bracketed array that is read out of prose, in UTF-16 units. */
const longest = 8000;

/** Nested lists in prose, `[[1, 2], [3, 4]]`; spans are positions in the text. */
export function findArrays(
  text: string,
  tokens: readonly Token[],
  free: (index: number) => boolean,
): readonly CodeArray[] {
  const arrays: CodeArray[] = [];
  let at = 0;
  while (at < tokens.length) {
    const end =
      free(at) && tokens[at]?.word === '[' && tokens[at + 1]?.word === '[' ? closing(tokens, at) : -1;
    const span = end < 0 ? null : spanBetween(tokens, at, end);
    const array = span === null ? null : arrayIn(text, span);
    if (array === null) {
      at += 1;
    } else {
      arrays.push(array);
      at = end;
    }
  }
  return arrays;
}

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at]?.word === '[') depth += 1;
    if (tokens[at]?.word === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

function spanBetween(tokens: readonly Token[], from: number, to: number): Span | null {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined || last.end - first.start > longest) return null;
  return { start: first.start, end: last.end };
}

function arrayIn(text: string, span: Span): CodeArray | null {
  const [array] = readCode(text.slice(span.start, span.end)).arrays;
  return array === undefined ? null : { ...array, span };
}
