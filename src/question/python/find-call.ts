import type { Span } from '../question.ts';
import { isParameterBlock, proseStart } from './line.ts';
import { isDigit, isNamePart, isNameStart, isOpener, nameEnd, scan } from './scan.ts';
import { dottedNameEnd } from './statement-start.ts';

/** Lower-case words that are calls when a bracket follows at once, although they are English or could be. */
const functionWords = new Set(
  'array tensor zeros ones full eye arange linspace constant rand randn reshape avgpool maxpool flatten'.split(
    ' ',
  ),
);
const attributes = new Set(['shape', 'T', 'mT', 'size']);
/** No call is followed further than this for its closing bracket. */
const longestCall = 8000;

/** Calls that stand in a sentence, from their name (with an assignment before it) to the last parenthesis. */
export function findCalls(text: string, { start, end }: Span): Span[] {
  const calls: Span[] = [];
  let at = start;
  while (at < end) {
    if (!isNameStart(text.charAt(at))) {
      at = isNamePart(text.charAt(at)) ? nameEnd(text, at) : at + 1;
      continue;
    }
    const name = dottedNameEnd(text, at);
    const call = callAt(text, at, name, end) ?? shapeAt(text, at, name, end);
    if (call === null) {
      at = Math.max(name, nameEnd(text, at), at + 1);
      continue;
    }
    calls.push({ start: assignmentStart(text, at, calls.at(-1)?.end ?? start), end: call });
    at = call;
  }
  return calls;
}

/** The end of the call whose name is [from, name); null where it is no call. */
function callAt(text: string, from: number, name: number, end: number): number | null {
  const spaced = text.charAt(name) === ' ' && text.charAt(name + 1) === '(';
  const brace = skipSpaces(text, name);
  if (text.charAt(brace) === '{' && isParameterBlock(text.slice(from, name))) {
    return bracketEnd(text, brace, end).end;
  }
  const open = spaced ? name + 1 : name;
  if (text.charAt(open) !== '(' || open >= end) return null;
  const word = text.slice(from, name);
  const close = bracketEnd(text, open, end);
  const inside = text.slice(open + 1, close.end - (close.closed ? 1 : 0));
  const compound = isCompound(word);
  if (spaced && !(compound && startsLikeValue(inside))) return null;
  if (!spaced && !compound && !isCapital(word.charAt(0)) && !functionWords.has(word)) {
    if (!/[=[]/.test(inside)) return null;
  }
  if (startsLikeProse(inside)) return null;
  return close.closed ? chainEnd(text, close.end, end) : close.end;
}

/** `x.shape == (1, 3, 8, 8)` or `x.shape = torch.Size([…])`; `name` is the end of `x.shape`. */
function shapeAt(text: string, from: number, name: number, end: number): number | null {
  if (!text.slice(from, name).endsWith('.shape')) return null;
  let at = skipSpaces(text, name);
  if (text.charAt(at) !== '=') return null;
  while (text.charAt(at) === '=') at += 1;
  at = skipSpaces(text, at);
  const value = dottedNameEnd(text, at);
  const open = isNameStart(text.charAt(at)) ? value : at;
  if (!'(['.includes(text.charAt(open)) || open >= end) return null;
  return bracketEnd(text, open, end).end;
}

/** Upper and lower case mixed, a digit, an underscore or a dot: no English word. */
function isCompound(word: string): boolean {
  let upper = false;
  let lower = false;
  for (const char of word) {
    if (char === '_' || char === '.' || isDigit(char)) return true;
    if (isCapital(char) && lower) return true;
    if (isCapital(char)) upper = true;
    else lower = true;
  }
  return upper && lower && word.length > 1 && isCapital(word.charAt(1));
}

const isCapital = (char: string): boolean => char !== char.toLowerCase();

function startsLikeValue(inside: string): boolean {
  const first = inside.trimStart().charAt(0);
  if (first === '' || isDigit(first) || isOpener(first) || '"\'-'.includes(first)) return true;
  const word = nameEnd(inside.trimStart(), 0);
  const next = inside.trimStart().slice(word).trimStart();
  return next.startsWith('=') || next.startsWith(',') || next === '';
}

/** `(the local one)`, `(kernel 2, stride 2)`: a word with another word or a number behind it. */
function startsLikeProse(inside: string): boolean {
  const trimmed = inside.trimStart();
  if (!isNameStart(trimmed.charAt(0))) return false;
  const word = nameEnd(trimmed, 0);
  const gap = skipSpaces(trimmed, word);
  return gap > word && (isNamePart(trimmed.charAt(gap)) || trimmed.charAt(gap) === '(');
}

/**
 * Behind the bracket that matches the one at `open`. Where there is none: behind the last token of the line before prose
 * begins.
 */
function bracketEnd(text: string, open: number, limit: number): { end: number; closed: boolean } {
  const stop = Math.min(limit, open + longestCall);
  let depth = 0;
  const reach = text.slice(open, stop);
  for (const token of scan(reach)) {
    if (token.kind === 'open') depth += 1;
    else if (token.kind === 'close') {
      depth -= 1;
      if (depth === 0) return { end: open + token.to, closed: true };
    }
  }
  const newline = reach.indexOf('\n');
  const line = newline < 0 ? reach : reach.slice(0, newline);
  const written = line.slice(0, proseStart(line) ?? line.length).trimEnd();
  return { end: open + Math.max(1, withoutLooseEnd(written)), closed: false };
}

/** Without a full stop, colon or comma at the end, which belong to the sentence. */
function withoutLooseEnd(written: string): number {
  let end = written.length;
  while (end > 1 && '.,;:?! '.includes(written.charAt(end - 1))) end -= 1;
  return end;
}

/** On through `(…)`, `[…]` and `.name(…)` that follow at once. */
function chainEnd(text: string, from: number, limit: number): number {
  let at = from;
  for (;;) {
    const next = text.charAt(at);
    if (at >= limit) return at;
    if (next === '(' || next === '[') {
      const bracket = bracketEnd(text, at, limit);
      if (!bracket.closed) return at;
      at = bracket.end;
    } else if (next === '.' && isNameStart(text.charAt(at + 1))) {
      const name = nameEnd(text, at + 1);
      if (text.charAt(name) !== '(' && !attributes.has(text.slice(at + 1, name))) return at;
      at = name;
    } else return comparedEnd(text, at, limit);
  }
}

/** On through `== (…)` behind a `.shape`. */
function comparedEnd(text: string, from: number, limit: number): number {
  if (!text.slice(0, from).endsWith('.shape')) return from;
  const sign = skipSpaces(text, from);
  if (!text.startsWith('==', sign)) return from;
  const open = skipSpaces(text, sign + 2);
  return '(['.includes(text.charAt(open)) && open < limit ? bracketEnd(text, open, limit).end : from;
}

/** Where the statement begins that the call at `from` ends: `x = ` before it is taken along. */
function assignmentStart(text: string, from: number, floor: number): number {
  let at = from;
  while (at > floor && text.charAt(at - 1) === ' ') at -= 1;
  if (text.charAt(at - 1) !== '=' || '=!<>'.includes(text.charAt(at - 2))) return from;
  at -= 1;
  while (at > floor && text.charAt(at - 1) === ' ') at -= 1;
  const nameTo = at;
  while (at > floor && (isNamePart(text.charAt(at - 1)) || text.charAt(at - 1) === '.')) at -= 1;
  return at < nameTo && isNameStart(text.charAt(at)) ? at : from;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ') at += 1;
  return at;
}
