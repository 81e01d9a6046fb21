import { type Cells, sizes, sliceOf } from '../map/cells.ts';
import { MORE } from '../map/grid.ts';
import { type CellSize, cellSize, cellSizes } from '../map/size.ts';
import { extent, reach } from '../map/sweep.ts';
import { isPart, type Limit, length, positions, type View, type Views, viewOf } from '../map/view.ts';
import type { LocalInput } from './input.ts';
import type { Window } from './window.ts';

/** The drawn part of a map, a slice of a volume for each depth, and how large its cells are. */
export interface Shown extends Views {
  readonly depths: View;
  readonly size: CellSize;
}

export interface Layout {
  readonly input: Shown;
  readonly output: Shown;
}

export interface Room {
  readonly width: number;
  /** Whether input and output share the width or stand below each other. */
  readonly beside: boolean;
  readonly mostRows: number;
  readonly mostColumns: number;
  readonly mostOutputRows: number;
  readonly tallest: (rows: number) => number;
  readonly least: number;
}

const PART = 6;
const SMALL_PART = 3;
const DEPTHS: Limit = { whole: 4, part: 3 };

/**
 * As much of both maps around the lit window as can be read, rather fewer cells than fewer than three digits; null
 * when the window alone is too large for cells with legible numbers.
 */
export function layOut(local: LocalInput, window: Window, room: Room): Layout | null {
  const [deep, rows, columns] = window.sweeps;
  const [z, y, x] = window.lit;
  const least = length(reach(columns, x));
  if (length(reach(rows, y)) > room.mostRows || length(reach(deep, z)) > DEPTHS.part) return null;
  for (const digits of [3, 2]) {
    for (let most = room.mostColumns; most >= least; most -= 1) {
      const found = tryOut(local, window, room, most, digits);
      if (found !== null) return found;
    }
  }
  return null;
}

function tryOut(local: LocalInput, window: Window, room: Room, most: number, digits: number): Layout | null {
  const [deep, rows, columns] = window.sweeps;
  const [z, y, x] = window.lit;
  const out = sizes(local.output.shape);
  const narrow = Math.max(1, most - 2);
  const input = {
    depths: viewOf(extent(deep), reach(deep, z), DEPTHS),
    rows: viewOf(extent(rows), reach(rows, y), { whole: room.mostRows, part: Math.min(PART, room.mostRows) }),
    columns: viewOf(extent(columns), reach(columns, x), { whole: most, part: Math.min(PART, most) }),
  };
  const output = {
    depths: viewOf({ from: 0, to: out.depth }, cell(z), DEPTHS),
    rows: viewOf({ from: 0, to: out.rows }, cell(y), { whole: room.mostOutputRows, part: SMALL_PART }),
    columns: viewOf({ from: 0, to: out.columns }, cell(x), {
      whole: narrow,
      part: Math.min(SMALL_PART, narrow),
    }),
  };
  const maps = [
    { values: seen(local.input, input), columns: across(input) },
    { values: seen(local.output, output), columns: across(output) },
  ] as const;
  const tallest = room.tallest(Math.max(length(input.rows), length(output.rows)));
  const needs = (dots: number) => ({ width: room.width - dots, tallest, least: room.least, digits });
  const [first, second] = room.beside
    ? (cellSizes(maps, needs(dots(input) + dots(output))) ?? [])
    : [cellSize(maps[0], needs(dots(input))), cellSize(maps[1], needs(dots(output)))];
  return first && second ? { input: { ...input, size: first }, output: { ...output, size: second } } : null;
}

type Part = Views & { readonly depths: View };

function cell(index: number): { from: number; to: number } {
  return { from: index, to: index + 1 };
}

/** Columns of all slices together. */
function across(part: Part): number {
  return length(part.depths) * length(part.columns);
}

/** Width that the dots of a cut map take, on both sides of every slice. */
function dots(part: Part): number {
  return isPart(part.columns) ? 2 * MORE * length(part.depths) : 0;
}

/** The values that are drawn. */
function seen(cells: Cells, part: Part): number[] {
  const size = sizes(cells.shape);
  const real = (view: View, count: number) => positions(view).filter((at) => at >= 0 && at < count);
  const columns = real(part.columns, size.columns);
  return real(part.depths, size.depth).flatMap((depth) => {
    const slice = sliceOf(cells, depth);
    return real(part.rows, size.rows).flatMap((row) => columns.map((column) => slice.at(row, column)));
  });
}
