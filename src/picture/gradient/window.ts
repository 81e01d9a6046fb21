import { sliceOf } from '../map/cells.ts';
import { readBy, reads, STILL, type Sweep } from '../map/sweep.ts';
import type { GradientInput } from './input.ts';

/** The lit output cell and what becomes of its gradient. */
export interface Followed {
  readonly rows: Sweep;
  readonly columns: Sweep;
  readonly lit: readonly [row: number, column: number];
  readonly upstream: number;
  /** Among the window's cells the largest (or smallest) value and where it stands; null for an average. */
  readonly extreme: {
    readonly value: number;
    readonly places: readonly Place[];
    readonly tied: number;
  } | null;
}

export type Place = readonly [row: number, column: number];

/** More equal extremes than this are counted, not marked. */
const MARKED = 64;

export function follow(input: GradientInput): Followed {
  const [columns = STILL, rows = STILL] = input.sweeps.toReversed();
  const [column = 0, row = 0] = input.lit.toReversed();
  const lit = [row, column] as const;
  const upstream = sliceOf(input.upstream).at(row, column);
  const { kind } = input.rule;
  const extreme = kind === 'average' ? null : extremeOf(input, { rows, columns, lit }, kind);
  return { rows, columns, lit, upstream, extreme };
}

/** Whether the followed window reads this input cell. */
export function covers(
  { rows, columns, lit }: Pick<Followed, 'rows' | 'columns' | 'lit'>,
  place: Place,
): boolean {
  return reads(rows, lit[0], place[0]) && reads(columns, lit[1], place[1]);
}

/** Whether this input cell gets a share of the followed gradient. */
export function receives(input: GradientInput, followed: Followed, place: Place): boolean {
  const { extreme } = followed;
  if (input.rule.kind === 'average' || extreme === null) return covers(followed, place);
  const places = input.rule.ties === 'first' ? extreme.places.slice(0, 1) : extreme.places;
  return places.some(([row, column]) => row === place[0] && column === place[1]);
}

/** The extreme in row-major order; a NaN wins over every number. */
function extremeOf(
  { input }: GradientInput,
  { rows, columns, lit }: Pick<Followed, 'rows' | 'columns' | 'lit'>,
  kind: 'max' | 'min',
): Followed['extreme'] {
  const values = sliceOf(input);
  const beats = (a: number, b: number) =>
    Number.isNaN(b) ? false : Number.isNaN(a) || (kind === 'max' ? a > b : a < b);
  let value = kind === 'max' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  let places: Place[] = [];
  let tied = 0;
  const across = readBy(columns, lit[1], columns.input).positions;
  for (const row of readBy(rows, lit[0], rows.input).positions) {
    for (const column of across) {
      const here = values.at(row, column);
      if (beats(here, value)) [value, places, tied] = [here, [], 0];
      if (Object.is(here, value) || here === value) {
        tied += 1;
        if (places.length < MARKED) places.push([row, column]);
      }
    }
  }
  return { value, places, tied };
}
