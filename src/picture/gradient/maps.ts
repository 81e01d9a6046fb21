import type { Piece, Rect } from '../layout/piece.ts';
import { type Cells, sliceOf } from '../map/cells.ts';
import { type Cell, type Grid, grid } from '../map/grid.ts';
import { named, outlined } from '../map/outline.ts';
import type { CellSize } from '../map/size.ts';
import { reach, type Stretch } from '../map/sweep.ts';
import { positions, type Views } from '../map/view.ts';
import { CELL, FAINT, LIT } from '../paint/palette.ts';
import { formatNumber } from '../text/number.ts';
import type { GradientInput } from './input.ts';
import { covers, type Followed, receives } from './window.ts';

/** Which side of a map the light leaves from or enters at. */
export type Edge = 'left' | 'right' | 'top' | 'bottom';

/** The values that decided, the ones that get a share ringed. */
export function inputMap(input: GradientInput, followed: Followed, views: Views, size: CellSize): Piece {
  const map = drawn(input.input, views, size, (row, column, text) => {
    const lit = covers(followed, [row, column]);
    return receives(input, followed, [row, column])
      ? { text, fill: LIT, bold: true, mark: 'ringed' }
      : { text, fill: lit ? LIT : CELL };
  });
  return outlined(map, [{ rect: windowArea(map, followed, views), style: 'lit' }]);
}

/** The gradient that arrives, the followed cell lit. */
export function upstreamMap(
  input: GradientInput,
  followed: Followed,
  views: Views,
  size: CellSize,
  edge: Edge,
): Piece {
  const [y, x] = followed.lit;
  const map = drawn(input.upstream, views, size, (row, column, text) => {
    const lit = row === y && column === x;
    return { text, fill: lit ? LIT : CELL, bold: lit };
  });
  const rect = map.area(y - views.rows.from, x - views.columns.from);
  return named(outlined(map, [{ rect, style: 'lit' }]), 'upstream', side(rect, map, edge));
}

/** What every input cell gets; the shares of the followed cell bold. */
export function gradientMap(
  input: GradientInput,
  followed: Followed,
  views: Views,
  size: CellSize,
  edge: Edge,
): Piece {
  const map = drawn(input.gradient, views, size, (row, column, text) => {
    const share = receives(input, followed, [row, column]);
    return { text, fill: share ? LIT : CELL, bold: share, ...(text === '0' ? { tone: FAINT } : {}) };
  });
  const rect = windowArea(map, followed, views);
  return named(outlined(map, [{ rect, style: 'lit' }]), 'window', side(rect, map, edge));
}

function drawn(
  cells: Cells,
  views: Views,
  size: CellSize,
  cell: (row: number, column: number, text: string) => Cell,
): Grid {
  const slice = sliceOf(cells);
  const { rows, columns } = views;
  const all = positions(rows).map((row) =>
    positions(columns).map((column) => cell(row, column, formatNumber(slice.at(row, column), size.digits))),
  );
  return grid(all, size, {
    above: rows.before,
    below: rows.after,
    left: columns.before,
    right: columns.after,
  });
}

function windowArea(map: Grid, { rows, columns, lit }: Followed, views: Views): Rect {
  const vertical = cut(reach(rows, lit[0]), views.rows);
  const horizontal = cut(reach(columns, lit[1]), views.columns);
  const [top, left] = [vertical.from - views.rows.from, horizontal.from - views.columns.from];
  return map.area(top, left, vertical.to - vertical.from, horizontal.to - horizontal.from);
}

function cut(stretch: Stretch, view: Stretch): Stretch {
  return { from: Math.max(stretch.from, view.from), to: Math.min(stretch.to, view.to) };
}

function side(rect: Rect, map: Piece, edge: Edge): Rect {
  switch (edge) {
    case 'left':
      return { ...rect, x: 0, width: 0 };
    case 'right':
      return { ...rect, x: map.width, width: 0 };
    case 'top':
      return { ...rect, y: 0, height: 0 };
    case 'bottom':
      return { ...rect, y: map.height, height: 0 };
  }
}
