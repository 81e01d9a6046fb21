import { type Bracket, type Brackets, brackets } from '../layout/bracket.ts';
import { INNER_WIDTH } from '../layout/card.ts';
import { paragraph } from '../layout/label.ts';
import type { Piece } from '../layout/piece.ts';
import { column } from '../layout/stack.ts';
import { grid, WHOLE } from '../map/grid.ts';
import { cellSize } from '../map/size.ts';
import { positions } from '../map/view.ts';
import { CELL, MUTED } from '../paint/palette.ts';
import { groupAt } from '../paint/pattern.ts';
import { count, span } from '../text/list.ts';
import { formatNumber } from '../text/number.ts';
import { bar } from './bar.ts';
import type { AdaptiveAxis, AdaptiveInput } from './input.ts';

const WIDTH = INNER_WIDTH - 20;
const MOST_CELLS = 16;
const MOST_BINS = 10;

/** One axis with its bins as brackets below, overlapping bins in rows of their own. */
export function strip(input: AdaptiveInput, axis: AdaptiveAxis): Piece {
  return axis.input <= MOST_CELLS ? cells(input, axis) : scale(input, axis);
}

/** Every cell with its value, or its position where no values are given. */
function cells(input: AdaptiveInput, axis: AdaptiveAxis): Piece {
  const values = positions({ from: 0, to: axis.input }).map((at) => input.values?.input[at] ?? at);
  const needs = { width: WIDTH, tallest: 36, least: 28, digits: 2 };
  const size = cellSize({ values, columns: axis.input }, needs);
  if (size === null) return scale(input, axis);
  const map = grid(
    [values.map((value) => ({ text: formatNumber(value, size.digits), fill: CELL }))],
    size,
    WHOLE,
  );
  const marks = axis.bins.map((bin, index) => mark(input, bin, index, size.width));
  const what = input.values === null ? 'cells show positions' : 'cells show values, brackets results';
  return named(axis, map, brackets(marks, map.width), what);
}

/** A long axis as a bar to scale, of one with many bins the part with the first ones. */
function scale(input: AdaptiveInput, axis: AdaptiveAxis): Piece {
  const drawn = axis.bins.slice(0, MOST_BINS);
  const whole = drawn.length === axis.bins.length;
  const end = whole ? axis.input : (drawn.at(-1)?.[1] ?? axis.input);
  const marks = drawn.map((bin, index) => mark(input, bin, index, WIDTH / end));
  return named(axis, bar(WIDTH, end, !whole), brackets(marks, WIDTH), 'to scale');
}

function named(axis: AdaptiveAxis, above: Piece, below: Brackets, note: string): Piece {
  const some = below.shown < axis.bins.length ? `, the first ${below.shown} drawn` : '';
  const name = `${axis.name}: ${count(axis.input, 'cell')} in ${count(axis.bins.length, 'bin')}${some}, ${note}`;
  return column([paragraph(name, WIDTH, { size: 13, fill: MUTED }), column([above, below], 6)], 8, 'middle');
}

/** Under a bin stands its result where values are given, otherwise the positions it covers. */
function mark(
  input: AdaptiveInput,
  [start, end]: readonly [number, number],
  index: number,
  unit: number,
): Bracket {
  const result = input.values?.output[index];
  const text = result === undefined ? span(start, end) : formatNumber(result);
  return { start: start * unit, end: end * unit, text, stroke: groupAt(0, index % 2).edge };
}
