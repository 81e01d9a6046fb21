import type { Solved } from '../answer/index.ts';
import { formatCount, formatCrossed } from './format.ts';

/**
 * Which windows and strides do, with the first axis' numbers put in. It follows from ⌊(n + 2p − k) / s⌋ + 1 = o and,
 * under "same", ⌈n / s⌉ = o: the size rules of the frameworks' documentation.
 */
export function solutionRules(solved: Solved): string {
  const { search, from, target } = solved;
  const square = from.every((size) => size === from[0]) && target.every((size) => size === target[0]);
  const along = square ? '' : ', along the first axis';
  switch (search.padding) {
    case 'same':
      return `The rule under "same"${along}: ${sameRule(solved)}.`;
    case 'valid-or-same':
      return `The rule without padding${along}: ${cellsRule(solved)}. Under "same": ${sameRule(solved)}.`;
    case 'valid':
    case 'at-most-half-kernel':
      return `The rule${along}: ${search.strideIsKernel && search.padding === 'valid' ? besideRule(solved) : cellsRule(solved)}.`;
  }
}

const lengths = ({ from, target }: Solved) => ({ n: from[0] ?? 0, o: target[0] ?? 1 });

function sameRule(solved: Solved): string {
  const { n, o } = lengths(solved);
  const strides = o === 1 ? `from ${n} on` : between(Math.ceil(n / o), Math.ceil(n / (o - 1)) - 1);
  return `⌈${n} / stride⌉ = ${o} holds for strides ${strides}, whatever the window`;
}

/** Windows side by side. */
function besideRule(solved: Solved): string {
  const { n, o } = lengths(solved);
  const [low, high] = [Math.floor(n / (o + 1)) + 1, Math.floor(n / o)];
  const windows = low === high ? `${low} alone` : `${low} to ${high}`;
  return `⌊${n} / window⌋ = ${o} holds for windows larger than ${n} / ${o + 1} and at most ${n} / ${o}, so ${windows}`;
}

function cellsRule(solved: Solved): string {
  const { n, o } = lengths(solved);
  const { search, fixed } = solved;
  const open = search.padding === 'at-most-half-kernel' && fixed.padding === null;
  const cells = fixed.padding === 'same' ? 0 : (fixed.padding?.[0] ?? 0);
  const length = open ? `${n} + 2 · padding` : `${n + 2 * cells}`;
  const [left, right] = search.rounding === 'floor' ? ['⌊', '⌋'] : ['⌈', '⌉'];
  return `${left}(${length} − window) / stride${right} + 1 = ${o}`;
}

function between(low: number, high: number): string {
  return low === high ? `of ${low}` : `from ${low} to ${high}`;
}

/** Why a size is out of reach. */
export function whyNone(solved: Solved): string {
  const { from, target, fixed, search } = solved;
  if (target.some((size) => size < 1)) return 'An output needs at least one cell along each axis.';
  if (from.some((size, axis) => size < (target[axis] ?? 0)))
    return 'Pooling does not enlarge. UpSampling2D, a transposed convolution or adaptive pooling do.';
  const beyond = solved.searched.find((size, axis) => size < (from[axis] ?? 0));
  if (beyond !== undefined)
    return `I searched windows and strides up to ${formatCount(beyond)}, and none of them does; larger ones may.`;
  const { n, o } = lengths(solved);
  const small = Math.floor(n / (o + 1));
  if (search.strideIsKernel && search.padding === 'valid' && fixed.kernel === null && !search.oddKernel)
    return `With the stride left out the size is ⌊${n} / window⌋, which jumps over ${o}: a window of ${small} gives ${Math.floor(n / small)}, one of ${small + 1} gives ${Math.floor(n / (small + 1))}.`;
  const set = [
    ...(fixed.kernel ? [`the window ${formatCrossed(fixed.kernel)}`] : []),
    ...(fixed.stride ? [`the stride ${formatCrossed(fixed.stride)}`] : []),
    ...(fixed.padding === 'same' ? ['padding "same"'] : []),
    ...(search.oddKernel ? ['an odd window'] : []),
  ];
  const given = set.length > 0 ? ` with ${set.join(' and ')}` : '';
  return `No whole numbers turn ${formatCrossed(from)} into ${formatCrossed(target)}${given}.`;
}
