import type { Entry } from '../layout/ledger.ts';
import { count } from '../text/list.ts';
import { equals, formatNumber } from '../text/number.ts';
import type { GradientInput } from './input.ts';
import type { Followed } from './window.ts';

export function gradientTitle({ rule }: GradientInput, { extreme }: Followed): string {
  if (rule.kind === 'average') return 'An average passes its gradient on in equal shares';
  const cell = rule.kind === 'max' ? 'largest' : 'smallest';
  if (extreme === null || extreme.tied < 2) return `All of the gradient goes to the ${cell} cell`;
  return rule.ties === 'first'
    ? `Of equal ${cell} cells the first gets all`
    : `Equal ${cell} cells share the gradient`;
}

/** What becomes of the lit output cell's gradient, line by line. */
export function shares(input: GradientInput, followed: Followed): readonly Entry[] {
  const { rule } = input;
  const arrives = { name: 'arrives', text: formatNumber(followed.upstream), result: false };
  const end = overlaps(followed)
    ? [{ name: 'overlap', text: 'shares of several windows add up', result: false }]
    : [];
  if (rule.kind === 'average') {
    const share = `${formatNumber(followed.upstream)} ÷\u00A0${rule.divisor} ${equals(followed.upstream / rule.divisor)}`;
    return [arrives, { name: 'each cell', text: share, result: true }, ...end];
  }
  const cell = rule.kind === 'max' ? 'largest' : 'smallest';
  const { value, tied } = followed.extreme ?? { value: Number.NaN, tied: 0 };
  const times = tied > 1 ? `, in ${count(tied, 'cell')}` : '';
  const winner = { name: cell, text: `${formatNumber(value)}${times}`, result: false };
  return [arrives, winner, outcome(rule.ties, followed.upstream, tied), ...end];
}

function outcome(ties: 'first' | 'split', upstream: number, tied: number): Entry {
  const all = formatNumber(upstream);
  if (tied < 2) return { name: 'it gets', text: `${all}, the others 0`, result: true };
  if (ties === 'first') return { name: 'the first gets', text: `${all}, the others 0`, result: true };
  return { name: 'each gets', text: `${all} ÷\u00A0${tied} ${equals(upstream / tied)}`, result: true };
}

function overlaps({ rows, columns }: Followed): boolean {
  return [rows, columns].some(
    (sweep) => sweep.output > 1 && sweep.stride < (sweep.kernel - 1) * sweep.dilation + 1,
  );
}
