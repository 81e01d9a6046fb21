import { numberOf } from '../words/number.ts';
import type { Token } from '../words/token.ts';
import type { Mention } from './mention.ts';

/** A chain longer than this is nobody's network. */
const most = 64;

/** How often a layer stands in a row: "five 2x2 max pools", "max pool 2x2 applied 3 times", "twice". */
export function timesOf(mention: Mention, tokens: readonly Token[], until: number): number {
  const settings = mention.settings.filter(({ to }) => to <= mention.from);
  const start = Math.min(mention.from, ...settings.map(({ from }) => from));
  const before = tokens[start - 1];
  const ahead = before?.word === 'times' || before?.word === 'x' ? numberOf(tokens[start - 2]) : null;
  if (ahead !== null && isCount(ahead)) return ahead;
  if (before?.word === 'twice') return 2;
  const last = tokens[mention.to - 1];
  const end = Math.max(mention.to, ...mention.settings.map(({ to }) => to));
  const plural =
    last !== undefined &&
    (last.word !== last.stem || [mention.to, end].some((at) => /layers|times/.test(tokens[at]?.word ?? '')));
  const count = numberOf(before);
  const called = mention.kind === 'call' && before?.kind === 'word';
  if ((plural || called) && count !== null && isCount(count) && tokens[start - 2]?.word !== 'x') return count;
  for (let at = mention.to; at < until; at += 1) {
    const word = tokens[at]?.word;
    if (word === 'twice') return 2;
    if (word === 'thrice') return 3;
    const number = numberOf(tokens[at]);
    if (number !== null && isCount(number) && tokens[at + 1]?.word === 'times') return number;
  }
  return 1;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}
