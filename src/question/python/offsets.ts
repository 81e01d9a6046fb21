import type { Span } from '../question.ts';

/** Text that was changed, with the way back: for each unit, and for its end, its offset in the text before. */
export interface MappedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Replace `remove` units at `at` by `insert`. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** `source` with the edits made, which must not overlap; edits at the same place are made in the order given. */
export function applyEdits(source: string, edits: readonly Edit[]): MappedText {
  const ordered = edits.toSorted((a, b) => a.at - b.at);
  const offsets: number[] = [];
  let text = '';
  let at = 0;
  const keep = (to: number): void => {
    text += source.slice(at, to);
    for (; at < to; at += 1) offsets.push(at);
  };
  for (const edit of ordered) {
    keep(Math.max(at, edit.at));
    text += edit.insert;
    for (let unit = 0; unit < edit.insert.length; unit += 1) {
      offsets.push(edit.remove > 0 ? edit.at + Math.min(unit, edit.remove - 1) : edit.at);
    }
    at = Math.max(at, edit.at + edit.remove);
  }
  keep(source.length);
  offsets.push(source.length);
  return { text, offsets };
}

/** The offsets of `outer`, taken through those of `inner`, which `outer` was made from. */
export function composeOffsets(outer: readonly number[], inner: readonly number[]): number[] {
  const end = inner.at(-1) ?? 0;
  return outer.map((offset) => inner[offset] ?? end);
}

/** The span before the change of a span after it; what was only put in takes up no room. */
export function spanThrough(offsets: readonly number[], { start, end }: Span): Span {
  const length = offsets.at(-1) ?? 0;
  const from = offsets[start] ?? length;
  const last = end > start ? (offsets[end - 1] ?? length) : from - 1;
  return { start: from, end: Math.max(from, Math.min(last + 1, offsets[end] ?? length)) };
}
