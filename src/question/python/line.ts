import type { Span } from '../question.ts';
import { isNameStart, nameEnd, scan } from './scan.ts';
import { dottedNameEnd } from './statement-start.ts';

/** The lines of a stretch of text, each with its newline. */
export function linesIn(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  let from = start;
  while (from < end) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline >= end ? end : newline + 1;
    lines.push({ start: from, end: to });
    from = to;
  }
  return lines;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that may stand behind a value inside brackets, and those that may in a plain statement. */
const insideBrackets = words('and or not in is if else for lambda await async');
const inStatement = words('and or if else lambda await');
const headWords = words('for while if elif else try except finally with def class async');
const keywords = words('in as import from with is not while print del raise global return for class def');

/**
 * Where prose begins: a word right behind a value with nothing but space between, a question mark, or an apostrophe;
 * null where there is none. In the head of a block and in imports (`head`) Python's own words may join values.
 */
export function proseStart(text: string, head = false): number | null {
  let depth = 0;
  let valueEnds = false;
  let previousEnd = 0;
  for (const token of scan(text)) {
    if (token.kind === 'comment') continue;
    const word = text.slice(token.from, token.to);
    if (token.kind === 'newline') {
      valueEnds &&= depth > 0;
      continue;
    }
    const joining = depth > 0 ? insideBrackets : inStatement;
    const joins = token.kind === 'name' && (joining.has(word) || (head && keywords.has(word)));
    if (token.kind === 'name' && !joins && valueEnds && token.from > previousEnd) return token.from;
    const exclaims = word === '!' && text.charAt(token.to) !== '=';
    if (word === '?' || exclaims || (token.kind === 'string' && !token.closed)) return token.from;
    depth += token.kind === 'open' ? 1 : token.kind === 'close' ? -1 : 0;
    valueEnds =
      token.kind !== 'sign' && token.kind !== 'open' && !joins && !(previousEnd === 0 && keywords.has(word));
    previousEnd = token.to;
  }
  return null;
}

/** Whether a name in front of a brace is one of Caffe's blocks. */
export const isParameterBlock = (name: string): boolean =>
  name.endsWith('_param') || name === 'layer' || name === 'layers';

/** Whether a line begins a block of a Caffe prototxt, or stands in front of one. */
export function isPrototxtLine(text: string, line: Span): boolean {
  const written = text.slice(line.start, line.end).trim();
  const end = nameEnd(written, 0);
  const name = written.slice(0, end);
  const rest = written.slice(end).trimStart();
  if (rest.startsWith('{')) return isParameterBlock(name) || name === 'input_shape';
  return rest.startsWith(':') && name === 'input_dim';
}

/** Whether a line standing among sentences is Python: an import, an assignment, a call, the head of a block. */
export function isCodeLine(text: string, line: Span): boolean {
  const written = text.slice(line.start, line.end).trim();
  if (written.includes('%>%') || written.includes(' |> ')) return true;
  if (written.startsWith('@')) return isNameStart(written.charAt(1)) && !written.includes(' ');
  if (!isNameStart(written.charAt(0))) return false;
  const word = written.slice(0, nameEnd(written, 0));
  const head = headWords.has(word) || word === 'import' || word === 'from';
  if (proseStart(written, head) !== null) return false;
  const rest = written.slice(word.length).trimStart();
  if (word === 'import') return rest !== '';
  if (word === 'from') return rest.includes(' import ');
  if (head) return withoutComment(written).endsWith(':');
  if (word === 'return') return rest !== '' && /[.([=]/.test(rest);
  return isAssignment(written) || isCallLine(written);
}

function withoutComment(written: string): string {
  for (const token of scan(written))
    if (token.kind === 'comment') return written.slice(0, token.from).trimEnd();
  return written;
}

/** `a, b.c[0] = …`, `x += …`: names with subscripts, then one equals sign with a value behind it. */
function isAssignment(written: string): boolean {
  let depth = 0;
  for (const token of scan(written)) {
    const word = written.slice(token.from, token.to);
    if (token.kind === 'open') depth += word === '[' ? 1 : 2;
    else if (token.kind === 'close') depth -= word === ']' ? 1 : 2;
    if (depth > 1) return false;
    if (token.kind !== 'sign' || depth > 0) continue;
    const arrow = word === '<' && written.startsWith('<- ', token.from);
    if (word === '=' || arrow) {
      const rest = written.slice(token.to + (arrow ? 1 : 0));
      return !rest.startsWith('=') && rest.trim() !== '' && !rest.trimEnd().endsWith('.');
    }
    if (!',.+-*/:'.includes(word)) return false;
  }
  return false;
}

/** A dotted name with parentheses behind it and nothing but more of the same up to the end, brackets open or closed. */
function isCallLine(written: string): boolean {
  const end = dottedNameEnd(written, 0);
  const code = withoutComment(written);
  return written.charAt(end) === '(' && !code.endsWith('.') && !hasLooseColon(code);
}

/** In "MaxPool2d(3, 2): [8, 96, 55, 55]" the colon is prose: no statement that begins with a call has one outside brackets. */
function hasLooseColon(written: string): boolean {
  let depth = 0;
  for (const token of scan(written)) {
    if (token.kind === 'open') depth += 1;
    else if (token.kind === 'close') depth -= 1;
    else if (depth === 0 && token.kind === 'sign' && written.charAt(token.from) === ':') return true;
  }
  return false;
}
