import { label } from '../layout/label.ts';
import { type Canvas, moved, type Piece, type Rect } from '../layout/piece.ts';
import { CELL, CELL_EDGE, FAINT, INK, MUTED } from '../paint/palette.ts';
import { type Element, element } from '../svg/element.ts';
import { path } from '../svg/path.ts';
import type { CellSize } from './size.ts';

export interface Cell {
  readonly text: string;
  readonly fill: string;
  readonly tone?: string;
  readonly bold?: boolean;
  readonly seam?: string;
  /** `crossed`: left out. `ringed`: the one that counts. */
  readonly mark?: 'crossed' | 'ringed';
}

export interface More {
  readonly above: boolean;
  readonly below: boolean;
  readonly left: boolean;
  readonly right: boolean;
}

export const WHOLE: More = { above: false, below: false, left: false, right: false };

/** A map of cells. */
export interface Grid extends Piece {
  /** Where cells lie, measured from the grid's corner. */
  readonly area: (row: number, column: number, rows?: number, columns?: number) => Rect;
}

/** Room on a side where the map goes on, for three dots. */
export const MORE = 16;

export function grid(cells: readonly (readonly Cell[])[], size: CellSize, more: More = WHOLE): Grid {
  const left = more.left ? MORE : 0;
  const top = more.above ? MORE : 0;
  const area = (row: number, column: number, rows = 1, columns = 1): Rect => ({
    x: left + column * size.width,
    y: top + row * size.height,
    width: columns * size.width,
    height: rows * size.height,
  });
  const whole = area(0, 0, cells.length, cells[0]?.length ?? 0);
  return {
    width: left + whole.width + (more.right ? MORE : 0),
    height: top + whole.height + (more.below ? MORE : 0),
    area,
    paint: (canvas, x, y) => {
      for (const [r, row] of cells.entries()) {
        for (const [c, cell] of row.entries()) paintCell(canvas, cell, moved(area(r, c), x, y), size.font);
      }
      canvas.floor.push(...dots(moved(whole, x, y), more));
    },
  };
}

function paintCell(canvas: Canvas, cell: Cell, place: Rect, font: number): void {
  canvas.floor.push(element('rect', { ...place, fill: cell.fill, stroke: CELL_EDGE, 'stroke-width': 1 }));
  if (cell.mark === 'ringed') canvas.ink.push(ring(place));
  const text = label(cell.text, {
    size: font,
    weight: cell.bold ? 'bold' : 'regular',
    fill: cell.tone ?? INK,
    ...(cell.seam === undefined ? {} : { seam: cell.seam }),
  });
  text.paint(canvas, place.x + (place.width - text.width) / 2, place.y + (place.height - text.height) / 2);
  if (cell.mark === 'crossed') canvas.ink.push(cross(place));
}

function ring(place: Rect): Element {
  const inset = 4;
  return element('rect', {
    x: place.x + inset,
    y: place.y + inset,
    width: place.width - 2 * inset,
    height: place.height - 2 * inset,
    rx: Math.min(place.width, place.height) / 2 - inset,
    fill: CELL,
    stroke: INK,
    'stroke-width': 1.8,
  });
}

export function cross({ x, y, width, height }: Rect): Element {
  const inset = 5;
  const [left, right, top, bottom] = [x + inset, x + width - inset, y + inset, y + height - inset];
  return element('path', {
    d: path`M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`,
    stroke: FAINT,
    'stroke-width': 1.2,
    'stroke-opacity': 0.8,
  });
}

/** Three dots on every side where the map goes on. */
function dots(whole: Rect, more: More): Element[] {
  const middle = { x: whole.x + whole.width / 2, y: whole.y + whole.height / 2 };
  const off = MORE / 2 + 1;
  const sides: Element[][] = [
    more.above ? three(middle.x, whole.y - off, 7, 0) : [],
    more.below ? three(middle.x, whole.y + whole.height + off, 7, 0) : [],
    more.left ? three(whole.x - off, middle.y, 0, 7) : [],
    more.right ? three(whole.x + whole.width + off, middle.y, 0, 7) : [],
  ];
  return sides.flat();
}

function three(x: number, y: number, dx: number, dy: number): Element[] {
  return [-1, 0, 1].map((step) =>
    element('circle', { cx: x + step * dx, cy: y + step * dy, r: 2, fill: MUTED }),
  );
}
