import { sliceOf } from '../map/cells.ts';
import { type Cell, type Grid, grid } from '../map/grid.ts';
import { readers, reads, zone } from '../map/sweep.ts';
import { positions } from '../map/view.ts';
import { CELL, EMPTY, FAINT, LIT, MUTED } from '../paint/palette.ts';
import { fillWith, PADDING } from '../paint/pattern.ts';
import { formatNumber } from '../text/number.ts';
import type { LocalInput } from './input.ts';
import type { Shown } from './layout.ts';
import type { Window } from './window.ts';
import { paddingHolds } from './words.ts';

/** What a drawn input holds besides plain cells, for the legend. */
export type Sight = 'padding' | 'beyond' | 'dropped' | 'winner';

/** One slice of the input with its padding: the lit cells, the winner and the cells nobody reads marked. */
export function inputGrid(local: LocalInput, window: Window, depth: number, shown: Shown): Grid {
  const cells = positions(shown.rows).map((row) =>
    positions(shown.columns).map((column) =>
      inputCell(local, window, [depth, row, column], shown.size.digits),
    ),
  );
  const { rows, columns } = shown;
  return grid(cells, shown.size, {
    above: rows.before,
    below: rows.after,
    left: columns.before,
    right: columns.after,
  });
}

/** What stands at a place: the widest zone of its three axes decides. */
export function sightAt(window: Window, place: readonly [number, number, number]): Sight | null {
  const zones = window.sweeps.map((sweep, axis) => zone(sweep, place[axis] ?? 0));
  if (zones.includes('beyond')) return 'beyond';
  if (zones.includes('padding')) return 'padding';
  if (window.sweeps.some((sweep, axis) => readers(sweep, place[axis] ?? 0) === 0)) return 'dropped';
  return samePlace(window.winner?.place, place) ? 'winner' : null;
}

function inputCell(
  local: LocalInput,
  window: Window,
  place: readonly [number, number, number],
  digits: number,
): Cell {
  const sight = sightAt(window, place);
  const lit = window.sweeps.every((sweep, axis) => reads(sweep, window.lit[axis] ?? 0, place[axis] ?? 0));
  if (sight === 'beyond') return { text: '', fill: lit ? LIT : EMPTY };
  if (sight === 'padding') {
    const text = paddingHolds(local.reduce).cell;
    return { text, fill: fillWith(PADDING), tone: MUTED, seam: PADDING.tint };
  }
  const text = formatNumber(sliceOf(local.input, place[0]).at(place[1], place[2]), digits);
  if (sight === 'dropped') return { text, fill: EMPTY, tone: FAINT, mark: 'crossed' };
  if (sight === 'winner') return { text, fill: LIT, bold: true, mark: 'ringed' };
  return { text, fill: lit ? LIT : CELL, bold: lit };
}

function samePlace(a: readonly number[] | undefined, b: readonly number[]): boolean {
  return a?.every((position, axis) => position === b[axis]) ?? false;
}
