import { label } from '../layout/label.ts';
import { type Piece, type Rect, space } from '../layout/piece.ts';
import { BLUE, INK } from '../paint/palette.ts';
import { element } from '../svg/element.ts';
import { path } from '../svg/path.ts';
import type { Stage } from './stage.ts';

/**
 * The stride, to stand above the input: an arrow from the left edge of the lit window to that of the next. Nothing
 * where the next window does not stand to the right of the lit one.
 */
export function strideMark({ lit, next, piece }: Stage, stride: number): Piece {
  return lit === null || next === null || next.x <= lit.x
    ? space(0, 0)
    : mark(lit, next, stride, piece.width);
}

function mark(from: Rect, to: Rect, stride: number, width: number): Piece {
  const text = label(`stride ${stride}`, { size: 13, fill: INK });
  const after = to.x + 6;
  const left = after + text.width <= width ? after : Math.max(0, from.x - 6 - text.width);
  return {
    width,
    height: text.height + 6,
    paint: (canvas, x, y) => {
      const middle = y + text.height / 2;
      const [start, tip] = [x + from.x, x + to.x];
      const ends = path`M${start} ${middle - 5}V${middle + 5}M${tip} ${middle - 5}V${middle + 5}`;
      const arrow = path`M${start} ${middle}H${tip - 1}M${tip - 6} ${middle - 4}L${tip} ${middle}L${tip - 6} ${middle + 4}`;
      canvas.ink.push(element('path', { d: ends + arrow, fill: 'none', stroke: BLUE, 'stroke-width': 1.6 }));
      text.paint(canvas, x + left, y);
    },
  };
}
