import type { Inline, Marked } from '../../reply/index.ts';

/** A stretch of text under the same marks. */
export interface Run {
  readonly text: string;
  readonly code: boolean;
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly href: string | null;
}

type Marks = Omit<Run, 'text'>;

const unmarked: Marks = { code: false, strong: false, emphasis: false, href: null };

/** Nested marks laid out flat. */
export function runsOf(inline: Inline): readonly Run[] {
  return joinRuns(flat(inline, unmarked));
}

/** Neighbours under the same marks become one run. */
export function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && sameMarks(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') joined.push(run);
  }
  return joined;
}

function flat(inline: Inline, marks: Marks): readonly Run[] {
  if (typeof inline === 'string') return [{ ...marks, text: inline }];
  if (!('mark' in inline)) return inline.flatMap((part) => flat(part, marks));
  if (inline.mark === 'code') return [{ ...marks, code: true, text: inline.text }];
  return flat(inline.content, { ...marks, ...marksOf(inline) });
}

function marksOf(marked: Exclude<Marked, { mark: 'code' }>): Partial<Marks> {
  switch (marked.mark) {
    case 'strong':
      return { strong: true };
    case 'emphasis':
      return { emphasis: true };
    case 'link':
      return { href: webAddress(marked.href) };
  }
}

/** The address as it may stand between `(<` and `>)`; null for anything but the web. */
function webAddress(href: string): string | null {
  const url = URL.parse(href);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  return url.href.replace(/[()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

const sameMarks = (one: Run, other: Run): boolean =>
  one.code === other.code &&
  one.strong === other.strong &&
  one.emphasis === other.emphasis &&
  one.href === other.href;
