import type { Piece } from '../layout/piece.ts';
import { sizes, sliceOf } from '../map/cells.ts';
import { type Cell, grid } from '../map/grid.ts';
import { type Outline, outlined } from '../map/outline.ts';
import type { CellSize } from '../map/size.ts';
import { reach } from '../map/sweep.ts';
import { positions } from '../map/view.ts';
import { CELL, EMPTY, FAINT } from '../paint/palette.ts';
import { fillWith, groupAt } from '../paint/pattern.ts';
import { formatNumber } from '../text/number.ts';
import type { ComparisonInput } from './input.ts';
import { owner, type Windows } from './windows.ts';

/** The input, each cell in the colour and pattern of its local window, the global window around all of it. */
export function inputMap(comparison: ComparisonInput, windows: Windows, size: CellSize): Piece {
  const { rows, columns } = sizes(comparison.input.shape);
  const slice = sliceOf(comparison.input);
  const cells = positions({ from: 0, to: rows }).map((row) =>
    positions({ from: 0, to: columns }).map((column) => {
      const text = formatNumber(slice.at(row, column), size.digits);
      const place = owner(windows, row, column);
      if (place === null) return { text, fill: EMPTY, tone: FAINT, mark: 'crossed' } as const;
      if (!windows.overlap) return coloured(text, place);
      return inFirst(windows, row, column) ? coloured(text, [0, 0]) : { text, fill: CELL };
    }),
  );
  const map = grid(cells, size);
  const whole: Outline = { rect: map.area(0, 0, rows, columns), style: 'whole', inset: -5 };
  return outlined(map, [...edges(windows, map.area, rows, columns), whole]);
}

/** The local output, each cell in the colours of the window it stands for. */
export function outputMap(comparison: ComparisonInput, windows: Windows, size: CellSize): Piece {
  const { rows, columns } = sizes(comparison.local.output.shape);
  const slice = sliceOf(comparison.local.output);
  const cells = positions({ from: 0, to: rows }).map((row) =>
    positions({ from: 0, to: columns }).map((column) => {
      const text = formatNumber(slice.at(row, column), size.digits);
      return windows.overlap && row + column > 0 ? { text, fill: CELL } : coloured(text, [row, column]);
    }),
  );
  return grid(cells, size);
}

/** The one number that global pooling keeps. */
export function globalCell(value: number, size: CellSize): Piece {
  const map = grid([[{ text: formatNumber(value, size.digits), fill: CELL, bold: true }]], size);
  return outlined(map, [{ rect: map.area(0, 0), style: 'whole', inset: -5 }]);
}

function coloured(text: string, place: readonly [number, number]): Cell {
  const texture = groupAt(...place);
  return { text, fill: fillWith(texture), seam: texture.tint, bold: true };
}

function inFirst(windows: Windows, row: number, column: number): boolean {
  return row < reach(windows.rows, 0).to && column < reach(windows.columns, 0).to;
}

/** An outline for every window; of overlapping ones for the first and the next. */
function edges(
  windows: Windows,
  area: (row: number, column: number, rows: number, columns: number) => Outline['rect'],
  rows: number,
  columns: number,
): Outline[] {
  const { overlap } = windows;
  const at = (r: number, c: number) => {
    const [v, h] = [reach(windows.rows, r), reach(windows.columns, c)];
    const [top, left] = [Math.max(0, v.from), Math.max(0, h.from)];
    return area(top, left, Math.min(rows, v.to) - top, Math.min(columns, h.to) - left);
  };
  if (overlap) {
    const next = windows.columns.output > 1 ? at(0, 1) : at(1, 0);
    return [
      { rect: at(0, 0), style: 'lit' },
      { rect: next, style: 'next', inset: 3.5 },
    ];
  }
  return positions({ from: 0, to: windows.rows.output }).flatMap((r) =>
    positions({ from: 0, to: windows.columns.output }).map(
      (c): Outline => ({ rect: at(r, c), style: 'window', stroke: groupAt(r, c).edge, inset: 1 }),
    ),
  );
}
