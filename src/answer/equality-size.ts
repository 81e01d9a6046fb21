import type { Reduce, Tensor } from '../pooling/index.ts';
import { type Side, sameValues, sizesAfter, valuesAfter } from './equality-side.ts';

/**
 * How two sides compare at one length of one axis. `unproved`: nothing was found that tells them apart, which is no
 * proof for steps of different kinds.
 */
export type AtSize = 'equal' | 'different' | 'unproved' | 'undefined';

/**
 * What a step does to the cells of a window, up to the sign of its inputs: on cells of at least 0 a norm of 1 is a
 * sum, and an infinite one a maximum.
 */
export function kindOf(reduce: Reduce): string {
  if (reduce.kind === 'average') return reduce.truncate ? 'truncated' : 'sum';
  if (reduce.kind !== 'lp') return reduce.kind;
  if (reduce.norm === 1) return 'sum';
  return reduce.norm === Number.POSITIVE_INFINITY ? 'max' : `lp ${reduce.norm}`;
}

/** How a step treats cells below 0. */
function signOf(reduce: Reduce): string {
  if (reduce.kind !== 'lp' || (Number.isFinite(reduce.norm) && reduce.norm % 2 === 0)) return 'plain';
  return reduce.sign === 'raw' && reduce.norm === 1 ? 'plain' : reduce.sign;
}

export function sameKind(a: Side, b: Side): boolean {
  const kinds = new Set([...a.steps, ...b.steps].map(({ reduce }) => kindOf(reduce)));
  return kinds.size === 1 && !kinds.has('truncated');
}

export function sameSign(a: Side, b: Side): boolean {
  return new Set([...a.steps, ...b.steps].map(({ reduce }) => signOf(reduce))).size === 1;
}

/**
 * Compares along one axis of this length. A step is the maximum, sum or norm of a weighted set of cells per output, so
 * inputs that are 1 in one cell and 0 in all others show sets and weights: where two sides of one kind agree on all of
 * these, they agree on every input of at least 0.
 */
export function compareAt(a: Side, b: Side, length: number): AtSize {
  const [after, other] = [sizesAfter(a, [length]), sizesAfter(b, [length])];
  if (!after || !other) return 'undefined';
  if (after[0] !== other[0]) return 'different';
  const unit = [...a.steps, ...b.steps].some(({ reduce }) => reduce.kind === 'min') ? -1 : 1;
  for (let cell = 0; cell < length; cell += 1) {
    const data = new Float64Array(length);
    data[cell] = unit;
    if (tellsApart(a, b, { shape: [length], data })) return 'different';
  }
  if (sameKind(a, b)) return 'equal';
  const inputs = [(at: number) => at + 1, (at: number) => -at - 1, (at: number) => (at * 7) % 5, () => -1];
  const rows = inputs.map((value) => Float64Array.from({ length }, (_, at) => value(at)));
  return rows.some((data) => tellsApart(a, b, { shape: [length], data })) ? 'different' : 'unproved';
}

/** Whether both sides take the input and give different values. */
export function tellsApart(a: Side, b: Side, input: Tensor): boolean {
  const [left, right] = [valuesAfter(a, input), valuesAfter(b, input)];
  return left !== null && right !== null && !sameValues(left, right);
}
