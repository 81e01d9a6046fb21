import { sliceOf } from '../map/cells.ts';
import { readBy, STILL, type Sweep } from '../map/sweep.ts';
import type { LocalInput, LocalReduce } from './input.ts';

/** The sweeps and the lit index as depth, rows, columns, whatever the rank. */
export interface Window {
  readonly sweeps: readonly [Sweep, Sweep, Sweep];
  readonly lit: readonly [number, number, number];
  /** The neighbour it goes to next; null where the lit window is the last on every axis. */
  readonly next: readonly [number, number, number] | null;
  /** The real cells it reads, in row-major order; only the first ones of a very large window. */
  readonly cells: readonly WindowCell[];
  /** How many real cells it reads. */
  readonly real: number;
  /** The cell a maximum or minimum was taken from; null for other reductions. */
  readonly winner: WindowCell | null;
  readonly result: number;
}

export interface WindowCell {
  readonly place: readonly [number, number, number];
  readonly value: number;
}

/** More cells than anybody would add up by eye. */
export const LISTED = 4096;

export function litWindow(local: LocalInput): Window {
  const [columns = STILL, rows = STILL, depth = STILL] = local.sweeps.toReversed();
  const [x = 0, y = 0, z = 0] = local.lit.toReversed();
  const sweeps = [depth, rows, columns] as const;
  const lit = [z, y, x] as const;
  const [ds, rs, cs] = [readBy(depth, z, LISTED), readBy(rows, y, LISTED), readBy(columns, x, LISTED)];
  const cells = listCells(local, ds.positions, rs.positions, cs.positions);
  const result = sliceOf(local.output, z).at(y, x);
  const winner = winnerOf(cells, local.reduce, result);
  return {
    sweeps,
    lit,
    next: nextOf(sweeps, lit),
    cells,
    real: ds.count * rs.count * cs.count,
    winner,
    result,
  };
}

function listCells(local: LocalInput, ds: readonly number[], rs: readonly number[], cs: readonly number[]) {
  const cells: WindowCell[] = [];
  for (const d of ds) {
    const slice = sliceOf(local.input, d);
    for (const r of rs) {
      for (const c of cs) {
        if (cells.length === LISTED) return cells;
        cells.push({ place: [d, r, c], value: slice.at(r, c) });
      }
    }
  }
  return cells;
}

/** The next window along the columns, else down the rows, else in depth. */
function nextOf(sweeps: Window['sweeps'], [z, y, x]: Window['lit']): Window['next'] {
  if (x + 1 < sweeps[2].output) return [z, y, x + 1];
  if (y + 1 < sweeps[1].output) return [z, y + 1, x];
  return z + 1 < sweeps[0].output ? [z + 1, y, x] : null;
}

/** The first extreme in row-major order; where the result is NaN, the NaN that made it so. */
function winnerOf(cells: readonly WindowCell[], reduce: LocalReduce, result: number): WindowCell | null {
  if (reduce.kind !== 'max' && reduce.kind !== 'min') return null;
  if (Number.isNaN(result)) return cells.findLast((cell) => Number.isNaN(cell.value)) ?? null;
  return cells.find((cell) => cell.value === result) ?? null;
}
