import { MUTED } from '../paint/palette.ts';
import { type Element, element } from '../svg/element.ts';
import { path } from '../svg/path.ts';
import { label } from './label.ts';
import type { Piece } from './piece.ts';

const HEAD = 6;

/** A short arrow with a word above it: to the right, or to the left for a negative length. */
export function arrow(length: number, word: string): Piece {
  const text = label(word, { size: 13, fill: MUTED });
  const width = Math.max(Math.abs(length), text.width);
  const lift = text.height + 4;
  return {
    width,
    height: 2 * lift + 2 * HEAD,
    paint: (canvas, x, y) => {
      text.paint(canvas, x + (width - text.width) / 2, y);
      canvas.ink.push(shaft(x + (width - length) / 2, y + lift + HEAD, length));
    },
  };
}

/** The arrow alone, from (x, y) to the right, or to the left for a negative length. */
export function shaft(x: number, y: number, length: number): Element {
  const tip = x + length;
  const back = tip - Math.sign(length) * HEAD;
  return element('path', {
    d: path`M${x} ${y}H${tip}M${back} ${y - HEAD * 0.7}L${tip} ${y}L${back} ${y + HEAD * 0.7}`,
    fill: 'none',
    stroke: MUTED,
    'stroke-width': 1.8,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  });
}
