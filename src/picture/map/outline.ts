import { moved, type Piece, type Rect } from '../layout/piece.ts';
import { BLUE, INK, VERMILLION } from '../paint/palette.ts';
import { type Element, element } from '../svg/element.ts';

/** `lit`: the window that is worked out. `next`: where it goes then. `whole`: everything at once. `window`: one of many. */
export type OutlineStyle = 'lit' | 'next' | 'whole' | 'window';

const STROKES: Readonly<Record<OutlineStyle, Readonly<Record<string, string | number>>>> = {
  lit: { stroke: VERMILLION, 'stroke-width': 3 },
  next: { stroke: BLUE, 'stroke-width': 2.4, 'stroke-dasharray': '6 4' },
  whole: { stroke: INK, 'stroke-width': 2.2, 'stroke-dasharray': '10 3 2 3' },
  window: { 'stroke-width': 2 },
};

/** An outline on a grid. */
export interface Outline {
  readonly rect: Rect;
  readonly style: OutlineStyle;
  /** Moves the line into its cells, so that two outlines on one border stay apart. */
  readonly inset?: number;
  /** Colour inside, for maps without cells of their own. */
  readonly fill?: string;
  readonly stroke?: string;
}

/** The grid with outlines on it, the last one on top. */
export function outlined(grid: Piece, outlines: readonly Outline[]): Piece {
  return {
    ...grid,
    paint: (canvas, x, y) => {
      grid.paint(canvas, x, y);
      for (const { rect, style, inset = 0, fill, stroke } of outlines) {
        canvas.ink.push(outline(moved(rect, x, y), style, inset, fill, stroke));
      }
    },
  };
}

/** The piece with a place in it that light can start or end at. */
export function named(piece: Piece, name: string, place: Rect): Piece {
  return {
    ...piece,
    paint: (canvas, x, y) => {
      piece.paint(canvas, x, y);
      canvas.places.set(name, moved(place, x, y));
    },
  };
}

export function outline(
  rect: Rect,
  style: OutlineStyle,
  inset: number,
  fill = 'none',
  stroke?: string,
): Element {
  return element('rect', {
    x: rect.x + inset,
    y: rect.y + inset,
    width: rect.width - 2 * inset,
    height: rect.height - 2 * inset,
    rx: 3,
    fill,
    ...STROKES[style],
    ...(stroke === undefined ? {} : { stroke }),
  });
}
