import { FONT, INK } from '../paint/palette.ts';
import { type Element, element } from '../svg/element.ts';
import type { Weight } from '../text/advance.ts';
import { textWidth } from '../text/measure.ts';
import { shorten, wrap } from '../text/wrap.ts';
import type { Piece } from './piece.ts';
import { type Align, column } from './stack.ts';

export interface Style {
  readonly size: number;
  readonly weight?: Weight;
  readonly fill?: string;
  /** A seam in this colour around the letters, where they stand on a pattern. */
  readonly seam?: string;
}

/** How far letters reach above and below the baseline, in ems: ascenders, brackets and descenders. */
export const ASCENT = 0.78;
export const DESCENT = 0.24;

/** One line of text. */
export function label(text: string, style: Style): Piece {
  const { size } = style;
  return {
    width: textWidth(text, size, style.weight),
    height: size * (ASCENT + DESCENT),
    paint: (canvas, x, y) => {
      if (text.trim() !== '') canvas.ink.push(lineOfText(text, x, y + size * ASCENT, style));
    },
  };
}

/** One line, cut with an ellipsis where it would be wider than `width`. */
export function shortLabel(text: string, width: number, style: Style): Piece {
  return label(shorten(text, width, style.size, style.weight), style);
}

/** Text broken into lines no wider than `width`. */
export function paragraph(text: string, width: number, style: Style, align: Align = 'start'): Piece {
  const lines = wrap(text, width, style.size, style.weight);
  return column(
    lines.map((line) => label(line, style)),
    style.size * 0.3,
    align,
  );
}

/**
 * `textLength` holds the drawn width to the measured one where a browser has to take another font; with DejaVu it
 * changes nothing.
 */
function lineOfText(text: string, x: number, baseline: number, style: Style): Element {
  const seam =
    style.seam === undefined
      ? {}
      : { stroke: style.seam, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return element(
    'text',
    {
      x,
      y: baseline,
      'font-family': FONT,
      'font-size': style.size,
      'font-weight': style.weight === 'bold' ? 'bold' : undefined,
      fill: style.fill ?? INK,
      textLength: textWidth(text, style.size, style.weight),
      lengthAdjust: 'spacingAndGlyphs',
      ...seam,
    },
    text,
  );
}
