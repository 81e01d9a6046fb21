import { sliceOf } from '../map/cells.ts';
import { readBy, readers, STILL, type Sweep } from '../map/sweep.ts';
import type { ComparisonInput } from './input.ts';

/** The local windows along slices, rows and columns, whatever the rank. */
export interface Windows {
  readonly slices: Sweep;
  readonly rows: Sweep;
  readonly columns: Sweep;
  /** Some cell lies in more than one window, so cells cannot be coloured by their window. */
  readonly overlap: boolean;
}

export function windowsOf({ local }: ComparisonInput): Windows {
  const [columns = STILL, rows = STILL, slices = STILL] = local.sweeps.toReversed();
  const tight = (sweep: Sweep) => sweep.output > 1 && sweep.stride < (sweep.kernel - 1) * sweep.dilation + 1;
  return { slices, rows, columns, overlap: tight(rows) || tight(columns) };
}

/** The output cell whose window reads this place; null where none does. */
export function owner(windows: Windows, row: number, column: number): readonly [number, number] | null {
  const [r, c] = [ownerAlong(windows.rows, row), ownerAlong(windows.columns, column)];
  return r === null || c === null ? null : [r, c];
}

function ownerAlong(sweep: Sweep, position: number): number | null {
  if (readers(sweep, position) === 0) return null;
  return Math.min(sweep.output - 1, Math.floor((position + sweep.begin) / sweep.stride));
}

/** The real cells of the first window, in row-major order; at most `most` of them. */
export function firstWindow(comparison: ComparisonInput, windows: Windows, most: number): number[] {
  const [slices, rows, columns] = [windows.slices, windows.rows, windows.columns].map(
    (sweep) => readBy(sweep, 0, most).positions,
  );
  const values: number[] = [];
  for (const depth of slices ?? []) {
    const slice = sliceOf(comparison.input, depth);
    for (const row of rows ?? []) {
      for (const column of columns ?? []) if (values.length < most) values.push(slice.at(row, column));
    }
  }
  return values;
}
