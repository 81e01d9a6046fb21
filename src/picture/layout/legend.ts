import { CELL_EDGE, MUTED } from '../paint/palette.ts';
import { type Element, element } from '../svg/element.ts';
import { label } from './label.ts';
import type { Piece, Rect } from './piece.ts';
import { flow, row } from './stack.ts';

/** What one mark of the picture means. */
export interface Key {
  readonly swatch: (place: Rect) => readonly Element[];
  readonly text: string;
}

const SWATCH = { width: 22, height: 16 };

/** A cell as a swatch. */
export function keyBox(place: Rect, fill: string): Element {
  return element('rect', { ...place, fill, stroke: CELL_EDGE, 'stroke-width': 1 });
}

/** The keys in as many lines as they need. */
export function legend(keys: readonly Key[], width: number): Piece {
  return flow(
    keys.map((key) =>
      row(
        [
          { ...SWATCH, paint: (canvas, x, y) => canvas.ink.push(...key.swatch({ x, y, ...SWATCH })) },
          label(key.text, { size: 13, fill: MUTED }),
        ],
        7,
      ),
    ),
    width,
    20,
    8,
  );
}
