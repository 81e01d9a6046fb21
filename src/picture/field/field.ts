import { card } from '../layout/card.ts';
import { label } from '../layout/label.ts';
import { type Entry, ledger } from '../layout/ledger.ts';
import { type Key, legend } from '../layout/legend.ts';
import type { Piece } from '../layout/piece.ts';
import { column, row } from '../layout/stack.ts';
import { type Outline, outline, outlined } from '../map/outline.ts';
import { scaledMap } from '../map/scaled.ts';
import { LIT, MUTED } from '../paint/palette.ts';
import type { Picture } from '../picture.ts';
import { count, sizeText } from '../text/list.ts';
import { formatNumber } from '../text/number.ts';

/** What one cell after a chain of layers sees of the image. */
export interface FieldInput {
  /** After which layer: "pool5". */
  readonly after: string;
  readonly image: readonly [height: number, width: number];
  readonly axes: readonly [height: FieldAxis, width: FieldAxis];
}

export interface FieldAxis {
  /** Pixels that one cell sees; 'all' behind a global layer. */
  readonly size: number | 'all';
  /** Pixels between the fields of neighbouring cells; null where there is one cell only. */
  readonly jump: number | null;
}

const BOUNDS = { width: 200, height: 200 };
const TEXT_WIDTH = 230;

/** The receptive field of a cell in the middle as an area on the image, to scale, with its neighbour's beside it. */
export function drawReceptiveField(input: FieldInput): Picture {
  const facts = entries(input);
  return {
    alt: `One cell after ${input.after} on an image of ${sizeText(input.image)}: ${facts.map((entry) => `${entry.name} ${entry.text}`).join('; ')}.`,
    draw: () =>
      card({
        title: `What one cell after ${input.after} sees`,
        subtitle: null,
        parts: [row([picture(input), ledger(facts, TEXT_WIDTH)], 24), legend(keys(input), 480)],
      }),
  };
}

function picture(input: FieldInput): Piece {
  const { image, axes } = input;
  const [height, width] = image;
  const map = scaledMap(height, width, BOUNDS, '#EAF4FB');
  const along = (axis: 0 | 1, steps: number) => {
    const size = pixels(image[axis], axes[axis]);
    const from = (image[axis] - size) / 2 + steps * (axes[axis].jump ?? 0);
    return { from: Math.max(0, from), to: Math.min(image[axis], from + size) };
  };
  const lit: Outline = { rect: map.area(along(0, 0), along(1, 0)), style: 'lit', fill: LIT };
  const next: Outline = { rect: map.area(along(0, 0), along(1, 1)), style: 'next', inset: 2 };
  const marked = outlined(map, coversAll(input) ? [lit] : [lit, next]);
  return column([marked, label(`image ${sizeText(image)}`, { size: 13, fill: MUTED })], 6);
}

function pixels(image: number, { size }: FieldAxis): number {
  return size === 'all' ? image : size;
}

function coversAll({ image, axes }: FieldInput): boolean {
  return pixels(image[0], axes[0]) >= image[0] && pixels(image[1], axes[1]) >= image[1];
}

function entries(input: FieldInput): readonly Entry[] {
  const { image, axes } = input;
  const field = [pixels(image[0], axes[0]), pixels(image[1], axes[1])] as const;
  const share = (Math.min(field[0], image[0]) * Math.min(field[1], image[1])) / (image[0] * image[1]);
  const seen = coversAll(input) ? 'all of the image' : `${formatNumber(share * 100, 2)} % of the image`;
  const facts = [
    { name: 'field', text: `${sizeText(field)} pixels`, result: true },
    { name: 'sees', text: seen, result: false },
  ];
  const [down, right] = [axes[0].jump, axes[1].jump];
  if (down === null || right === null) return facts;
  const step = down === right ? count(down, 'pixel') : `${sizeText([down, right])} pixels`;
  return [...facts, { name: 'step', text: step, result: false }];
}

function keys(input: FieldInput): readonly Key[] {
  const lit: Key = { text: 'seen by one cell', swatch: (place) => [outline(place, 'lit', 1.5, LIT)] };
  const next: Key = { text: 'by the cell beside it', swatch: (place) => [outline(place, 'next', 1.5)] };
  return coversAll(input) ? [lit] : [lit, next];
}
