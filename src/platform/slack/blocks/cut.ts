import { slackLimits } from '../../limits.ts';
import { charWeight } from './weight.ts';

/**
 * What one block may hold: its characters, and twice that in weight, so that a block of signs outside ASCII still
 * leaves room for others in its message. The rest is for the JSON around the text.
 */
const pieceLength = slackLimits.text - 200;
const pieceWeight = 2 * pieceLength;

/**
 * Cuts text into pieces that each fit a block: after a line end, else after a blank, else between two characters.
 */
export function cutText(text: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    const end = furthest(text, from);
    const to = end === text.length ? end : afterBlank(text, from, end);
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}

/** Runs of neighbours that fit one block together, in order; `size` is in characters. */
export function gather<Item>(items: readonly Item[], size: (item: Item) => number): readonly Item[][] {
  const runs: Item[][] = [];
  let left = 0;
  for (const item of items) {
    const run = runs.at(-1);
    if (run && size(item) <= left) run.push(item);
    else {
      runs.push([item]);
      left = slackLimits.text;
    }
    left -= size(item);
  }
  return runs;
}

function furthest(text: string, from: number): number {
  let total = 0;
  let at = from;
  while (at < text.length && at - from < pieceLength) {
    total += charWeight(text.charCodeAt(at));
    if (total > pieceWeight) break;
    at++;
  }
  const last = text.charCodeAt(at - 1);
  const inPair = at < text.length && last >= 0xd800 && last <= 0xdbff;
  return inPair ? at - 1 : at;
}

function afterBlank(text: string, from: number, end: number): number {
  const half = from + (end - from) / 2;
  const line = text.lastIndexOf('\n', end - 1) + 1;
  const blank = text.lastIndexOf(' ', end - 1) + 1;
  return line > half ? line : blank > half ? blank : end;
}
