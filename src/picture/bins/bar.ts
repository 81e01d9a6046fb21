import type { Piece } from '../layout/piece.ts';
import { CELL, CELL_EDGE, MUTED } from '../paint/palette.ts';
import { element } from '../svg/element.ts';
import { path } from '../svg/path.ts';

const HEIGHT = 22;
/** Closer ticks would run together. */
const CLOSEST = 5;

/** A row of cells too narrow for numbers, as ticks where there is room; with dots at the end where it goes on. */
export function bar(width: number, cells: number, more: boolean): Piece {
  const unit = width / cells;
  return {
    width: width + (more ? 24 : 0),
    height: HEIGHT,
    paint: (canvas, x, y) => {
      const stroke = { stroke: CELL_EDGE, 'stroke-width': 1 };
      canvas.floor.push(element('rect', { x, y, width, height: HEIGHT, fill: CELL, ...stroke }));
      for (let cell = 1; unit >= CLOSEST && cell < cells; cell += 1) {
        canvas.floor.push(element('path', { d: path`M${x + cell * unit} ${y}v${HEIGHT}`, ...stroke }));
      }
      for (let dot = 0; more && dot < 3; dot += 1) {
        canvas.floor.push(
          element('circle', { cx: x + width + 7 + dot * 7, cy: y + HEIGHT / 2, r: 2, fill: MUTED }),
        );
      }
    },
  };
}
