import { shaft } from '../layout/arrow.ts';
import { card, INNER_WIDTH } from '../layout/card.ts';
import { paragraph } from '../layout/label.ts';
import type { Piece } from '../layout/piece.ts';
import { column, row } from '../layout/stack.ts';
import { INK, MUTED } from '../paint/palette.ts';
import type { Picture } from '../picture.ts';
import { sizeText } from '../text/list.ts';
import { block, type MapShape, numbersIn } from './block.ts';

const AIR = 24;
const NAME_WIDTH = 190;
const SCALES = [1, 0.9, 0.8, 0.7];
const SMALLEST = 0.6;

/** A pooling layer's input and output as blocks. */
export interface ShapesInput {
  readonly layer: string;
  readonly before: MapShape;
  readonly after: MapShape;
}

/**
 * Maps of any size before and after a layer as boxes with their sizes along the edges: sides in proportion where both
 * can still be seen, channels as depth.
 */
export function drawShapes(input: ShapesInput): Picture {
  const text = `${title(input)}. ${input.layer}: ${shapeText(input.before)} becomes ${shapeText(input.after)}. ${change(input)}`;
  return {
    alt: text.trim(),
    draw: () =>
      card({
        title: title(input),
        subtitle: input.layer,
        parts: [blocks(input), paragraph(change(input), INNER_WIDTH, { size: 14, fill: MUTED })],
      }),
  };
}

/** Both blocks at the largest scale at which they fit side by side. */
function blocks(input: ShapesInput): Piece {
  const at = (scale: number) =>
    row([captioned(input.before, input, scale), arrow(), captioned(input.after, input, scale)], AIR);
  return SCALES.map(at).find((piece) => piece.width <= INNER_WIDTH) ?? at(SMALLEST);
}

function captioned(shape: MapShape, { before, after }: ShapesInput, scale: number): Piece {
  const sides = [...before.spatial, ...after.spatial].map((size) => size ?? 0);
  const whole = paragraph(shapeText(shape), NAME_WIDTH, { size: 17, weight: 'bold', fill: INK }, 'middle');
  return column([block(shape, Math.max(1, ...sides), scale), whole], 12, 'middle');
}

function arrow(): Piece {
  const length = 44;
  return { width: length, height: 14, paint: (canvas, x, y) => canvas.ink.push(shaft(x, y + 7, length)) };
}

function shapeText({ spatial, channels }: MapShape): string {
  return sizeText(channels === 'none' ? spatial : [...spatial, channels]);
}

function title({ before, after }: ShapesInput): string {
  if (after.spatial.length === 0) return 'One number per channel stays';
  const steps = before.spatial.map((size, axis) => (after.spatial[axis] ?? 0) - (size ?? 0));
  if (after.spatial.every((size) => size === 1)) return 'One number per channel, in a map of one cell';
  if (steps.some((step) => step < 0))
    return before.channels === 'none' ? 'The map shrinks' : 'The map shrinks, the channels stay';
  return steps.some((step) => step > 0) ? 'The map grows' : 'The map keeps its size';
}

/** How many numbers there were and are; empty where a size is open. */
function change({ before, after }: ShapesInput): string {
  const [from, to] = [numbersIn(before), numbersIn(after)];
  if (from === null || to === null) return '';
  const share = from > to && from % to === 0 ? `, one for every ${grouped(from / to)}` : '';
  return `${grouped(from)} numbers become ${grouped(to)}${share}.`;
}

/** 50,176 */
function grouped(number: number): string {
  return number.toLocaleString('en-US');
}
