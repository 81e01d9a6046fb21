import { moved, type Piece, type Rect } from '../layout/piece.ts';
import { CELL, CELL_EDGE } from '../paint/palette.ts';
import { element } from '../svg/element.ts';
import type { Stretch } from './sweep.ts';

/** A map too large for cells, drawn to scale as one surface. */
export interface Scaled extends Piece {
  /** Where rows and columns lie, never thinner than can be seen. */
  readonly area: (rows: Stretch, columns: Stretch) => Rect;
}

const THINNEST = 12;
const NARROWEST_MAP = 30;
const LARGEST_CELL = 30;

/** The surface in the bounds given, its sides in the map's own proportion as far as both stay visible. */
export function scaledMap(
  rows: number,
  columns: number,
  bounds: { width: number; height: number },
  fill = CELL,
): Scaled {
  const unit = Math.min(LARGEST_CELL, bounds.width / columns, bounds.height / rows);
  const width = Math.max(NARROWEST_MAP, unit * columns);
  const height = Math.max(NARROWEST_MAP, unit * rows);
  const along = (stretch: Stretch, size: number, room: number): [start: number, length: number] => {
    const length = Math.min(room, Math.max(THINNEST, ((stretch.to - stretch.from) / size) * room));
    return [Math.max(0, Math.min(room - length, (stretch.from / size) * room)), length];
  };
  return {
    width,
    height,
    area: (r, c) => {
      const [y, high] = along(r, rows, height);
      const [x, wide] = along(c, columns, width);
      return { x, y, width: wide, height: high };
    },
    paint: (canvas, x, y) => {
      const place = moved({ x: 0, y: 0, width, height }, x, y);
      canvas.floor.push(element('rect', { ...place, fill, stroke: CELL_EDGE, 'stroke-width': 1.5 }));
    },
  };
}
