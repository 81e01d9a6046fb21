import { type Bracket, brackets } from '../layout/bracket.ts';
import { INNER_WIDTH } from '../layout/card.ts';
import { label } from '../layout/label.ts';
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

/** The bins of an axis that are drawn: all of a short axis, the first ones of one with many. */
export function drawnBins({ input, bins }: AdaptiveAxis): AdaptiveAxis['bins'] {
  return input <= MOST_CELLS ? bins : bins.slice(0, MOST_BINS);
}

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
  return named(
    input,
    axis,
    map,
    brackets(marks, map.width),
    input.values === null ? 'cells show positions' : 'cells show values',
  );
}

/** A long axis as a bar to scale. */
function scale(input: AdaptiveInput, axis: AdaptiveAxis): Piece {
  const drawn = drawnBins(axis);
  const whole = drawn.length === axis.bins.length;
  const cells = whole ? axis.input : (drawn.at(-1)?.[1] ?? axis.input);
  const unit = WIDTH / cells;
  const marks = drawn.map((bin, index) => mark(input, bin, index, unit));
  const note = whole ? 'to scale' : `the first ${drawn.length} to scale`;
  return named(input, axis, bar(WIDTH, cells, !whole), brackets(marks, WIDTH), note);
}

function named(input: AdaptiveInput, axis: AdaptiveAxis, above: Piece, below: Piece, note: string): Piece {
  const results = input.values === null ? '' : ', results below';
  const name = `${axis.name}: ${count(axis.input, 'cell')} in ${count(axis.bins.length, 'bin')}, ${note}${results}`;
  return column([label(name, { size: 13, fill: MUTED }), column([above, below], 6)], 8);
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
