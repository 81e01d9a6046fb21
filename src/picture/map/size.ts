import { textWidth } from '../text/measure.ts';
import { formatNumber } from '../text/number.ts';

export interface CellSize {
  readonly width: number;
  readonly height: number;
  readonly font: number;
  /** Significant digits that fit. */
  readonly digits: number;
}

/** A map that is to be drawn: its numbers, and how many cells of it stand side by side. */
export interface Extents {
  readonly values: readonly number[];
  readonly columns: number;
}

export interface CellNeeds {
  /** Width for all cells of all maps side by side. */
  readonly width: number;
  /** Bounds of a cell: its height and its least width. */
  readonly tallest: number;
  readonly least: number;
  /** The fewest significant digits that are acceptable. */
  readonly digits: number;
}

const WIDEST = 46;
/** Around the digits. */
const ROOM = 8;

/** From the best looking to the least: fewer digits only when the smallest legible letters do not help. */
const TRIES: readonly (readonly [digits: number, font: number])[] = [
  [4, 16],
  [4, 15],
  [4, 14],
  [4, 13],
  [3, 14],
  [3, 13],
  [2, 13],
];

/**
 * Sizes of the cells of maps that stand side by side, in the order given, with one height and one letter size for
 * all, so that every number is legible; null where they do not fit.
 */
export function cellSizes(maps: readonly Extents[], needs: CellNeeds): readonly CellSize[] | null {
  const tallest = Math.max(needs.least, needs.tallest);
  for (const [digits, font] of TRIES) {
    if (digits < needs.digits) return null;
    const needed = maps.map((map) => Math.max(needs.least, widest(map.values, digits, font) + ROOM));
    const spare = needs.width - total(maps, needed);
    if (spare < 0) continue;
    const wanted = needed.map((width) => Math.max(width, Math.min(WIDEST, tallest)));
    const growth = Math.min(1, spare / Math.max(1, total(maps, wanted) - total(maps, needed)));
    const widths = needed.map((width, index) =>
      Math.floor(width + growth * ((wanted[index] ?? width) - width)),
    );
    const height = Math.max(needs.least, Math.min(tallest, ...widths));
    return widths.map((width) => ({ width, height, font, digits }));
  }
  return null;
}

/** The size of the cells of one map alone. */
export function cellSize(map: Extents, needs: CellNeeds): CellSize | null {
  return cellSizes([map], needs)?.[0] ?? null;
}

function widest(values: readonly number[], digits: number, font: number): number {
  const widths = values.map((value) => textWidth(formatNumber(value, digits), font, 'bold'));
  return Math.ceil(Math.max(0, ...widths));
}

function total(maps: readonly Extents[], widths: readonly number[]): number {
  return maps.reduce((sum, map, index) => sum + map.columns * (widths[index] ?? 0), 0);
}
