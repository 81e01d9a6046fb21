import { sliceOf } from '../map/cells.ts';
import { reach, reads, STILL, type Sweep } from '../map/sweep.ts';
import { positions } from '../map/view.ts';
import type { GradientInput } from './input.ts';

export interface Receiver {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** The lit output cell and the input cells it passes its gradient to. */
export interface Followed {
  readonly rows: Sweep;
  readonly columns: Sweep;
  readonly lit: readonly [row: number, column: number];
  readonly upstream: number;
  /** Real cells of the window. */
  readonly cells: readonly Receiver[];
  /** Those that get a share. */
  readonly receivers: readonly Receiver[];
  /** Cells as large (or small) as the one that counts; 1 without a tie. */
  readonly tied: number;
}

export function follow(input: GradientInput): Followed {
  const [columns = STILL, rows = STILL] = input.sweeps.toReversed();
  const [column = 0, row = 0] = input.lit.toReversed();
  const values = sliceOf(input.input);
  const cells = real(rows, row).flatMap((r) =>
    real(columns, column).map((c) => ({ row: r, column: c, value: values.at(r, c) })),
  );
  const upstream = sliceOf(input.upstream).at(row, column);
  const followed = { rows, columns, lit: [row, column] as const, upstream, cells };
  if (input.rule.kind === 'average') return { ...followed, receivers: cells, tied: cells.length };
  const best = extremes(cells, input.rule.kind);
  const receivers = input.rule.ties === 'first' ? best.slice(0, 1) : best;
  return { ...followed, receivers, tied: best.length };
}

function real(sweep: Sweep, index: number): number[] {
  const { from, to } = reach(sweep, index);
  const inside = { from: Math.max(0, from), to: Math.min(sweep.input, to) };
  return positions(inside).filter((position) => reads(sweep, index, position));
}

/** The largest or smallest cells in row-major order; a NaN wins over every number. */
function extremes(cells: readonly Receiver[], kind: 'max' | 'min'): readonly Receiver[] {
  const undefinedCells = cells.filter(({ value }) => Number.isNaN(value));
  if (undefinedCells.length > 0) return undefinedCells;
  const values = cells.map(({ value }) => value);
  const best = kind === 'max' ? Math.max(...values) : Math.min(...values);
  return cells.filter(({ value }) => value === best);
}
