import type { Span } from '../question.ts';
import { isNamePart } from './scan.ts';

/** Text between fences or backticks. */
export interface Fenced {
  readonly kind: 'fence' | 'inline';
  readonly language: string | null;
  /** With its fences. */
  readonly span: Span;
  readonly body: Span;
}

/**
 * Stretches between ``` or ~~~ (over lines or within one; the last one may lack its end) and between backticks within
 * one line, in order.
 */
export function findFences(text: string): Fenced[] {
  const found: Fenced[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = nextMark(text, at);
    if (!mark) break;
    const after = mark.from + mark.sign.length;
    const fenced =
      mark.sign.length >= 3 ? fence(text, mark.from, mark.sign) : inline(text, mark.from, mark.sign);
    if (fenced) found.push(fenced);
    at = fenced?.span.end ?? after;
  }
  return found;
}

function nextMark(text: string, from: number): { from: number; sign: string } | null {
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char !== '`' && !text.startsWith('~~~', at)) continue;
    let end = at;
    while (text.charAt(end) === char) end += 1;
    return { from: at, sign: text.slice(at, end) };
  }
  return null;
}

function fence(text: string, from: number, sign: string): Fenced {
  const after = from + sign.length;
  const close = text.indexOf(sign.slice(0, 3), after);
  const bodyEnd = close < 0 ? text.length : close;
  let end = close < 0 ? text.length : close + 3;
  while (close >= 0 && text.charAt(end) === sign.charAt(0)) end += 1;
  let wordEnd = after;
  while (wordEnd < bodyEnd && (isNamePart(text.charAt(wordEnd)) || '+-'.includes(text.charAt(wordEnd)))) {
    wordEnd += 1;
  }
  let lineEnd = wordEnd;
  while (lineEnd < bodyEnd && ' \t\r'.includes(text.charAt(lineEnd))) lineEnd += 1;
  const hasInfo = text.charAt(lineEnd) === '\n' && lineEnd < bodyEnd;
  return {
    kind: 'fence',
    language: hasInfo && wordEnd > after ? text.slice(after, wordEnd).toLowerCase() : null,
    span: { start: from, end },
    body: { start: hasInfo ? lineEnd + 1 : after, end: bodyEnd },
  };
}

function inline(text: string, from: number, sign: string): Fenced | null {
  const after = from + sign.length;
  const close = text.indexOf(sign, after);
  const newline = text.indexOf('\n', after);
  if (close <= after || (newline >= 0 && newline < close)) return null;
  return {
    kind: 'inline',
    language: null,
    span: { start: from, end: close + sign.length },
    body: { start: after, end: close },
  };
}
