/** How a window moves along one axis, in cells: what the shape rule of a local pooling layer resolved. */
export interface Sweep {
  readonly input: number;
  readonly output: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly begin: number;
  readonly end: number;
}

/** A half-open stretch of positions; negative ones lie in the padding before the input. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The axis that a sequence has not: one cell, one window. */
export const STILL: Sweep = { input: 1, output: 1, kernel: 1, stride: 1, dilation: 1, begin: 0, end: 0 };

/** From the first to past the last position that the window at `index` touches. */
export function reach(sweep: Sweep, index: number): Stretch {
  const from = index * sweep.stride - sweep.begin;
  return { from, to: from + (sweep.kernel - 1) * sweep.dilation + 1 };
}

/** Whether the window at `index` reads this position; dilation leaves gaps. */
export function reads(sweep: Sweep, index: number, position: number): boolean {
  const { from, to } = reach(sweep, index);
  return position >= from && position < to && (position - from) % sweep.dilation === 0;
}

/** The real positions that the window at `index` reads: how many, and the first `most` of them. */
export function readBy(
  sweep: Sweep,
  index: number,
  most: number,
): { readonly count: number; readonly positions: readonly number[] } {
  const { from } = reach(sweep, index);
  const { kernel, dilation, input } = sweep;
  const first = Math.max(0, Math.ceil(-from / dilation));
  const last = Math.min(kernel - 1, Math.floor((input - 1 - from) / dilation));
  const count = Math.max(0, last - first + 1);
  const listed = Math.min(count, most);
  return { count, positions: Array.from({ length: listed }, (_, at) => from + (first + at) * dilation) };
}

/** How many windows read this position. */
export function readers(sweep: Sweep, position: number): number {
  let count = 0;
  const first = Math.floor((position + sweep.begin - (sweep.kernel - 1) * sweep.dilation) / sweep.stride);
  for (
    let index = Math.max(0, first);
    index < sweep.output && reach(sweep, index).from <= position;
    index += 1
  ) {
    if (reads(sweep, index, position)) count += 1;
  }
  return count;
}

/** Input and padding, and what a last window rounded up reaches beyond them. */
export function extent(sweep: Sweep): Stretch {
  const last = sweep.output > 0 ? reach(sweep, sweep.output - 1).to : 0;
  return { from: -sweep.begin, to: Math.max(sweep.input + sweep.end, last) };
}

/** A cell of the input, of its padding, or past the padding where only a rounded-up window reaches. */
export type Zone = 'real' | 'padding' | 'beyond';

export function zone(sweep: Sweep, position: number): Zone {
  if (position >= 0 && position < sweep.input) return 'real';
  return position < sweep.input + sweep.end ? 'padding' : 'beyond';
}
