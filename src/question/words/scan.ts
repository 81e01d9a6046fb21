import { isDigit, isLetter, isSpace, numberEnd, signEnd, wordEnd } from './characters.ts';
import { stemOf } from './stem.ts';
import type { Token } from './token.ts';
import { correctWord } from './typos.ts';

const signs: Readonly<Record<string, string>> = {
  '×': 'x',
  '✕': 'x',
  '⨯': 'x',
  '∗': '*',
  '·': '*',
  '→': '->',
  '➜': '->',
  '➔': '->',
  '⇒': '->',
  '=>': '->',
  '-->': '->',
  '|>': '%>%',
  '−': '-',
  '–': '-',
  '—': '-',
};

/** Quotation marks say nothing that the words between them don't. */
const quotes = '\'"`’‘“”´';

/** Typos are looked up for this many distinct words; a question has fewer, and a pasted essay must stay quick. */
const correctedWords = 64;

/**
 * Cuts a text into tokens in one pass. `7x7` is three tokens and `pool2x2` four; `max-pool` is two words; a minus
 * belongs to the number after it unless something is subtracted.
 */
export function scan(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const corrections = new Map<string, string>();
  let spaced = false;
  let opensLine = true;
  let at = 0;
  const push = (kind: Token['kind'], end: number, word: string, value = Number.NaN) => {
    tokens.push({
      kind,
      text: text.slice(at, end),
      word,
      stem: stemOf(word),
      value,
      start: at,
      end,
      spaced,
      opensLine,
    });
    at = end;
    spaced = false;
    opensLine = false;
  };
  const correct = (word: string): string => {
    const known = corrections.get(word);
    if (known !== undefined) return known;
    const corrected = corrections.size < correctedWords ? correctWord(word) : word;
    corrections.set(word, corrected);
    return corrected;
  };
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (isSpace(char)) {
      spaced = true;
      if (char === 10) opensLine = true;
      at += 1;
      continue;
    }
    const before = tokens.at(-1);
    const glued = before !== undefined && !spaced;
    if (startsNumber(text, at, before, glued)) {
      const end = numberEnd(text, at + (isDigit(char) || text[at] === '.' ? 0 : 1));
      const written = text.slice(at, end).replace(/^[−–]/, '-');
      if (isLetter(text.charCodeAt(end)) && !startsCross(text, end)) {
        const last = wordEnd(text, end);
        if (last - end <= 2 && Number.isInteger(Number(written)) && !isUnit(text.slice(end, last))) {
          push('word', last, text.slice(at, last).toLowerCase());
          continue;
        }
      }
      const rank = /^-[dD](?![a-zA-Z0-9_])/.test(text.slice(end, end + 3)) && /^[123]$/.test(written);
      if (rank) push('word', end + 2, `${written}d`);
      else push('number', end, written, Number(written));
    } else if (glued && before.kind !== 'sign' && startsCross(text, at)) {
      push('sign', at + 1, 'x');
    } else if (before !== undefined && endsOperand(before) && startsCross(text, at)) {
      push('sign', at + 1, 'x');
    } else if (isLetter(char)) {
      const end = crossedSuffix(text, at, wordEnd(text, at));
      push('word', end, correct(text.slice(at, end).toLowerCase().replaceAll(/['’]/g, '')));
    } else if (text[at] === '-' && glued && joinsWords(before, text.charCodeAt(at + 1))) {
      at += 1;
    } else if (quotes.includes(text[at] ?? '')) {
      at += 1;
    } else {
      const end = signEnd(text, at);
      const written = text.slice(at, end);
      push('sign', end, signs[written] ?? written);
    }
  }
  return tokens;
}

function startsNumber(text: string, at: number, before: Token | undefined, glued: boolean): boolean {
  const char = text.charCodeAt(at);
  if (isDigit(char)) return true;
  const next = text.charCodeAt(at + 1);
  if (text[at] === '.') return isDigit(next) && !(glued && before !== undefined && before.kind === 'word');
  const minus = text[at] === '-' || text[at] === '−' || text[at] === '–';
  if (!minus || !(isDigit(next) || (text[at + 1] === '.' && isDigit(text.charCodeAt(at + 2))))) return false;
  return !(
    glued &&
    before !== undefined &&
    (before.kind !== 'sign' || before.word === ')' || before.word === ']')
  );
}

/** An `x` between two sizes: followed by a digit, `None`, `?`, a bracket or white space and one of these. */
function startsCross(text: string, at: number): boolean {
  if (text[at] !== 'x' && text[at] !== 'X') return false;
  let next = at + 1;
  while (text[next] === ' ') next += 1;
  const char = text[next] ?? '';
  if (isDigit(text.charCodeAt(next)) || char === '?' || (char === '-' && isDigit(text.charCodeAt(next + 1))))
    return true;
  if (text.slice(next, next + 4).toLowerCase() === 'none') return true;
  return /^[nbcdhwtk]$/i.test(char) && !isLetter(text.charCodeAt(next + 1));
}

/** The hyphens of `max-pool`, `3-by-3` and `stride-2`, but not the minus of `n-1`. */
function joinsWords(before: Token, next: number): boolean {
  if (isLetter(next)) return before.kind !== 'sign';
  return isDigit(next) && before.kind === 'word' && before.word.length > 1;
}

function endsOperand(token: Token): boolean {
  return token.kind === 'number' || token.word === ')' || token.word === '?' || token.word === 'none';
}

/** Ends `pool2x2` and `conv3x3` before their sizes. */
function crossedSuffix(text: string, start: number, end: number): number {
  let digit = start;
  while (digit < end && !isDigit(text.charCodeAt(digit))) digit += 1;
  if (digit === start || digit >= end || text[digit - 1] === '_') return end;
  const size = numberEnd(text, digit);
  const cross = text[size] === 'x' || text[size] === '×' || text[size] === 'X' || text[size] === '*';
  return cross && isDigit(text.charCodeAt(size + 1)) ? digit : end;
}

function isUnit(letters: string): boolean {
  return letters.toLowerCase() === 'px';
}
