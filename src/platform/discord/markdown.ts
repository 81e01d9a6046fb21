import type { Inline } from '../../reply/index.ts';
import { escapeText, inlineCode } from './escape.ts';
import { joinRuns, type Run, runsOf } from './runs.ts';

/** Seen by nobody; keeps neighbouring marks from being read as one. */
const apart = '\u200b';

/** For the few signs that are escaped only once the parts of a long word stand together again. */
const slack = 32;

/** Discord's Markdown for marked text; what is plain in it stays plain. */
export function markdown(inline: Inline): string {
  return runsMarkdown(runsOf(inline));
}

/**
 * The same in pieces of at most `limit` bytes (and so of at most as many characters), cut between words where that
 * is possible; every piece opens and closes its own marks.
 */
export function cutMarkdown(inline: Inline, limit: number): readonly string[] {
  const whole = markdown(inline);
  if (Buffer.byteLength(whole) <= limit) return whole === '' ? [] : [whole];
  const pieces: Run[][] = [[]];
  let room = limit - slack;
  for (const word of runsOf(inline).flatMap((run) => words(run, limit / 4))) {
    const size = Buffer.byteLength(one(word)) + (isMarked(word) ? Buffer.byteLength(apart) : 0);
    if (size > room) {
      pieces.push([]);
      room = limit - slack;
    }
    room -= size;
    pieces.at(-1)?.push(word);
  }
  return pieces.map((runs) => runsMarkdown(joinRuns(runs)).trim()).filter((text) => text !== '');
}

function runsMarkdown(runs: readonly Run[]): string {
  return runs.reduce((text, run) => {
    const next = one(run);
    // `**a***b*` could be read in more than one way.
    return text.endsWith('*') && next.startsWith('*') ? text + apart + next : text + next;
  }, '');
}

function one({ text, code, strong, emphasis, href }: Run): string {
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (core === '') return text;
  const stars = '*'.repeat((strong ? 2 : 0) + (emphasis ? 1 : 0));
  const marked = `${stars}${code ? inlineCode(core) : escapeText(core)}${stars}`;
  return `${before}${href === null ? marked : `[${marked}](<${href}>)`}${after}`;
}

const isMarked = ({ strong, emphasis }: Run): boolean => strong || emphasis;

/** A run in words, each with the blanks behind it; a word longer than `longest` in parts. */
function words(run: Run, longest: number): Run[] {
  const parts = run.text.match(/\S*\s+|\S+/g) ?? [];
  return parts.flatMap((part) => hardParts(part, Math.floor(longest / 4))).map((text) => ({ ...run, text }));
}

function hardParts(word: string, longest: number): string[] {
  if (word.length <= longest) return [word];
  const signs = [...word];
  const parts: string[] = [];
  for (let from = 0; from < signs.length; from += longest)
    parts.push(signs.slice(from, from + longest).join(''));
  return parts;
}
