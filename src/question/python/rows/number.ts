import { isDigit, isNamePart } from '../scan.ts';

/** A number in text, with where it ends. */
export interface NumberRead {
  readonly value: number;
  readonly end: number;
}

const words: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Number.POSITIVE_INFINITY,
  infinity: Number.POSITIVE_INFINITY,
};

/** The number that stands by itself at `from`: `-3`, `2.5`, `.5`, `1e-3`, `nan`, `-inf`; null for all else. */
export function numberAt(text: string, from: number): NumberRead | null {
  let at = from;
  const sign = text.charAt(at);
  if (sign === '-' || sign === '+') at += 1;
  const negative = sign === '-' ? -1 : 1;
  const word = wordAt(text, at);
  const special = Object.hasOwn(words, word.toLowerCase()) ? words[word.toLowerCase()] : undefined;
  if (special !== undefined) return { value: negative * special, end: at + word.length };
  const start = at;
  at = digitsEnd(text, at);
  if (text.charAt(at) === '.') at = isDigit(text.charAt(at + 1)) || at > start ? digitsEnd(text, at + 1) : at;
  const digits = text.slice(start, at);
  if (digits === '' || digits === '.') return null;
  at = exponentEnd(text, at);
  if (isNamePart(text.charAt(at)) || text.charAt(at) === '.') return null;
  return { value: negative * Number(text.slice(start, at)), end: at };
}

function wordAt(text: string, from: number): string {
  let at = from;
  while (at - from < 9 && isNamePart(text.charAt(at))) at += 1;
  return isDigit(text.charAt(from)) ? '' : text.slice(from, at);
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charAt(at))) at += 1;
  return at;
}

function exponentEnd(text: string, from: number): number {
  if (text.charAt(from) !== 'e' && text.charAt(from) !== 'E') return from;
  const sign = text.charAt(from + 1);
  const digits = from + (sign === '-' || sign === '+' ? 2 : 1);
  const end = digitsEnd(text, digits);
  return end > digits ? end : from;
}
