import type { Bracket } from './problem.ts';

/** The few kinds of token that brackets, commas and calls are found by; the grammar itself is @lezer/python's. */
export interface Token {
  readonly kind: 'open' | 'close' | 'string' | 'comment' | 'newline' | 'name' | 'number' | 'sign';
  readonly from: number;
  readonly to: number;
  /** False for a string whose end quote is missing. */
  readonly closed: boolean;
}

const openers = '([{';
const closers = ')]}';

export const isOpener = (char: string): boolean => char !== '' && openers.includes(char);

/** The bracket that closes `opener`. */
export function closerOf(opener: Bracket): Bracket {
  return opener === '(' ? ')' : opener === '[' ? ']' : '}';
}

export function asBracket(char: string | undefined): Bracket {
  return char === '(' || char === '[' || char === '{' || char === ']' || char === '}' ? char : ')';
}

export const isDigit = (char: string): boolean => digit(char.charCodeAt(0));
export const isNameStart = (char: string): boolean => startsName(char.charCodeAt(0));
export const isNamePart = (char: string): boolean => partOfName(char.charCodeAt(0));

// By character codes: a long text is scanned several times, and codes need no string for each unit.
const digit = (code: number): boolean => code >= 48 && code <= 57;
const startsName = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 0xbf;
const partOfName = (code: number): boolean => startsName(code) || digit(code);

/** The tokens of `source` from `from` on, in one pass; white space is left out. */
export function* scan(source: string, from = 0): Generator<Token, undefined, undefined> {
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    const start = at;
    if (code === 32 || code === 9 || code === 13 || code === 12) {
      at += 1;
    } else if (startsName(code)) {
      at = nameEnd(source, at);
      yield { kind: 'name', from: start, to: at, closed: true };
    } else if (code === 10) {
      at += 1;
      yield { kind: 'newline', from: start, to: at, closed: true };
    } else if (code === 35) {
      const end = source.indexOf('\n', at);
      at = end < 0 ? source.length : end;
      yield { kind: 'comment', from: start, to: at, closed: true };
    } else if (code === 34 || code === 39) {
      const end = stringEnd(source, at);
      at = end.to;
      yield { kind: 'string', from: start, to: at, closed: end.closed };
    } else if (digit(code) || (code === 46 && digit(source.charCodeAt(at + 1)))) {
      at = numberEnd(source, at);
      yield { kind: 'number', from: start, to: at, closed: true };
    } else {
      const char = source.charAt(at);
      at += 1;
      const kind = openers.includes(char) ? 'open' : closers.includes(char) ? 'close' : 'sign';
      yield { kind, from: start, to: at, closed: true };
    }
  }
}

export function nameEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && partOfName(source.charCodeAt(at))) at += 1;
  return at;
}

/** Digits, points, exponents with their sign, hexadecimal letters and underscores: `1e-5`, `0x1F`, `1_000.5`. */
function numberEnd(source: string, from: number): number {
  const hexadecimal = source.charAt(from + 1) === 'x' || source.charAt(from + 1) === 'X';
  let at = from;
  while (at < source.length) {
    const char = source.charAt(at);
    const signed =
      !hexadecimal && (char === '-' || char === '+') && 'eE'.includes(source.charAt(at - 1)) && at > from;
    if (isNamePart(char) || char === '.' || (signed && isDigit(source.charAt(at + 1)))) at += 1;
    else break;
  }
  return at;
}

/** A string in one or three quotes. One whose end quote is missing from its line ends with its first word. */
function stringEnd(source: string, from: number): { to: number; closed: boolean } {
  const quote = source.charAt(from);
  const long = source.startsWith(quote.repeat(3), from);
  let at = from + (long ? 3 : 1);
  while (at < source.length) {
    const char = source.charAt(at);
    if (char === '\\') at += 2;
    else if (long && source.startsWith(quote.repeat(3), at)) return { to: at + 3, closed: true };
    else if (!long && char === quote) return { to: at + 1, closed: true };
    else if (!long && char === '\n') break;
    else at += 1;
  }
  if (long) return { to: source.length, closed: false };
  at = from + 1;
  while (at < source.length && (isNamePart(source.charAt(at)) || '.-'.includes(source.charAt(at)))) at += 1;
  return { to: at, closed: false };
}
