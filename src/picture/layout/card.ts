import { CARD, CARD_EDGE, INK, MUTED } from '../paint/palette.ts';
import { definitions } from '../paint/pattern.ts';
import type { Drawing } from '../picture.ts';
import { type Element, element, serialize } from '../svg/element.ts';
import { textWidth } from '../text/measure.ts';
import { beam } from './beam.ts';
import { paragraph, type Style } from './label.ts';
import type { Canvas, Piece } from './piece.ts';
import { column, within } from './stack.ts';

/** Width of every picture: what Discord and Slack show of it is about as many CSS pixels wide. */
export const CARD_WIDTH = 520;
const MARGIN = 18;
/** Room for a picture's own parts. */
export const INNER_WIDTH = CARD_WIDTH - 2 * MARGIN;

export interface Contents {
  readonly title: string;
  readonly subtitle: string | null;
  readonly parts: readonly Piece[];
  /** Pairs of named places that light joins. */
  readonly beams?: readonly (readonly [from: string, to: string])[];
}

/**
 * A whole picture: title, subtitle and the parts below each other on an opaque card, which reads alike on dark and
 * light backgrounds.
 */
export function card(contents: Contents): Drawing {
  const head = [paragraph(contents.title, INNER_WIDTH, titleStyle(contents.title))];
  if (contents.subtitle !== null)
    head.push(paragraph(contents.subtitle, INNER_WIDTH, { size: 14, fill: MUTED }));
  const body = column([column(head, 6), ...contents.parts.map((part) => within(INNER_WIDTH, part))], 16);
  const canvas: Canvas = { floor: [], ink: [], places: new Map() };
  body.paint(canvas, MARGIN, MARGIN);
  const width = CARD_WIDTH;
  const height = Math.ceil(body.height + 2 * MARGIN);
  const root = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    definitions(),
    background(width, height),
    ...canvas.floor,
    ...(contents.beams ?? []).flatMap(([from, to]) => light(canvas, from, to)),
    ...canvas.ink,
  );
  return { svg: serialize(root), width, height };
}

/** A long title is set smaller before it is broken into lines. */
function titleStyle(title: string): Style {
  const fits = [18, 17, 16].find((size) => textWidth(title, size, 'bold') <= INNER_WIDTH);
  return { size: fits ?? 16, weight: 'bold', fill: INK };
}

function background(width: number, height: number): Element {
  const inside = { x: 0.75, y: 0.75, width: width - 1.5, height: height - 1.5, rx: 10 };
  return element('rect', { ...inside, fill: CARD, stroke: CARD_EDGE, 'stroke-width': 1.5 });
}

function light(canvas: Canvas, from: string, to: string): readonly Element[] {
  const [start, end] = [canvas.places.get(from), canvas.places.get(to)];
  return start && end ? beam(start, end) : [];
}
