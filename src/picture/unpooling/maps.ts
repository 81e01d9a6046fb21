import { arrow } from '../layout/arrow.ts';
import { INNER_WIDTH } from '../layout/card.ts';
import { label } from '../layout/label.ts';
import type { Piece } from '../layout/piece.ts';
import { column, row } from '../layout/stack.ts';
import { type Cells, sizes, sliceOf } from '../map/cells.ts';
import { type Cell, grid, MORE } from '../map/grid.ts';
import { type CellSize, cellSize, cellSizes, type Extents } from '../map/size.ts';
import { isPart, length, positions, type Views, viewOf } from '../map/view.ts';
import { CELL, FAINT, MUTED } from '../paint/palette.ts';
import { fillWith, groupAt } from '../paint/pattern.ts';
import { formatNumber } from '../text/number.ts';
import type { UnpoolInput } from './input.ts';

const MOST_ROWS = 7;
const MOST_STEPS = 14;
const GAP = 14;
const ARROW = 30;

/** Values, indices and output; of large maps the first part. Null where even that is not legible. */
export function unpoolMaps(input: UnpoolInput): Piece | null {
  const line = input.output.shape.length === 1;
  for (let most = line ? MOST_STEPS : MOST_ROWS; most > 1; most -= 1) {
    const found = line ? stacked(input, most) : threefold(input, most);
    if (found !== null) return found;
  }
  return null;
}

function threefold(input: UnpoolInput, most: number): Piece | null {
  const { small, large } = views(input, most);
  const indices = { shape: input.pooled.shape, data: input.indices };
  const dots = 2 * MORE * [small.columns, small.columns, large.columns].filter(isPart).length;
  const width = INNER_WIDTH - 3 * GAP - ARROW - dots;
  const maps = [extents(input.pooled, small), extents(indices, small), extents(input.output, large)];
  const tallest = length(large.rows) > 5 ? 34 : 40;
  const [first, second, third] = cellSizes(maps, { width, tallest, least: 28, digits: 3 }) ?? [];
  if (!first || !second || !third) return null;
  return row(
    [
      under('values', pooledMap(input.pooled, small, first)),
      under('indices', pooledMap(indices, small, second)),
      arrow(ARROW, ''),
      under('output', restored(input, large, third)),
    ],
    GAP,
  );
}

function stacked(input: UnpoolInput, most: number): Piece | null {
  const { small, large } = views(input, most);
  const indices = { shape: input.pooled.shape, data: input.indices };
  const needs = { width: INNER_WIDTH - 2 * MORE, tallest: 38, least: 28, digits: 3 };
  const above = cellSize(joined(extents(input.pooled, small), extents(indices, small)), needs);
  const below = cellSize(extents(input.output, large), needs);
  if (above === null || below === null) return null;
  return column(
    [
      under('values', pooledMap(input.pooled, small, above)),
      under('indices', pooledMap(indices, small, above)),
      under('output', restored(input, large, below)),
    ],
    12,
    'middle',
  );
}

/** The first part of the output, and about as much of the pooled map as it came from. */
function views({ pooled, output }: UnpoolInput, most: number): { small: Views; large: Views } {
  const [from, to] = [sizes(pooled.shape), sizes(output.shape)];
  const start = { from: 0, to: 1 };
  const part = (size: number, drawn: number) =>
    viewOf({ from: 0, to: size }, start, { whole: drawn, part: drawn });
  const share = (small: number, large: number) =>
    Math.max(1, Math.floor((small / large) * Math.min(large, most)));
  return {
    large: { rows: part(to.rows, Math.min(most, MOST_ROWS)), columns: part(to.columns, most) },
    small: {
      rows: part(from.rows, share(from.rows, to.rows)),
      columns: part(from.columns, share(from.columns, to.columns)),
    },
  };
}

/** Values or indices, each cell in the colours it has in the output. */
function pooledMap(cells: Cells, views: Views, size: CellSize): Piece {
  const slice = sliceOf(cells);
  return drawn(views, size, (r, c) => tinted(slice.at(r, c), r, c, size));
}

function restored({ pooled, indices, output }: UnpoolInput, views: Views, size: CellSize): Piece {
  const across = sizes(pooled.shape).columns;
  const { columns } = sizes(output.shape);
  const slice = sliceOf(output);
  const origin = new Map(Array.from(indices, (place, at) => [place, at] as const));
  return drawn(views, size, (r, c) => {
    const at = origin.get(r * columns + c);
    if (at !== undefined) return tinted(slice.at(r, c), Math.floor(at / across), at % across, size);
    return { text: formatNumber(slice.at(r, c), size.digits), fill: CELL, tone: FAINT };
  });
}

function drawn({ rows, columns }: Views, size: CellSize, cell: (row: number, column: number) => Cell): Piece {
  const cells = positions(rows).map((r) => positions(columns).map((c) => cell(r, c)));
  return grid(cells, size, { above: false, left: false, below: rows.after, right: columns.after });
}

function tinted(value: number, row: number, column: number, size: CellSize): Cell {
  const texture = groupAt(row, column);
  return { text: formatNumber(value, size.digits), fill: fillWith(texture), seam: texture.tint, bold: true };
}

function under(name: string, map: Piece): Piece {
  return column([label(name, { size: 13, fill: MUTED }), map], 6);
}

function extents(cells: Cells, views: Views): Extents {
  const slice = sliceOf(cells);
  const values = positions(views.rows).flatMap((r) => positions(views.columns).map((c) => slice.at(r, c)));
  return { values, columns: length(views.columns) };
}

function joined(a: Extents, b: Extents): Extents {
  return { values: [...a.values, ...b.values], columns: a.columns };
}
