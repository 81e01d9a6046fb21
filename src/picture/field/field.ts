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
  readonly field: readonly [height: number, width: number];
  /** How far apart the fields of neighbouring cells lie. */
  readonly jump: readonly [down: number, along: number];
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

function picture({ image, field, jump }: FieldInput): Piece {
  const [height, width] = image;
  const map = scaledMap(height, width, BOUNDS, '#EAF4FB');
  const along = (axis: 0 | 1, step: number) => {
    const from = (image[axis] - field[axis]) / 2 + step * jump[axis];
    return { from: Math.max(0, from), to: Math.min(image[axis], from + field[axis]) };
  };
  const lit: Outline = { rect: map.area(along(0, 0), along(1, 0)), style: 'lit', fill: LIT };
  const next: Outline = { rect: map.area(along(0, 0), along(1, 1)), style: 'next', inset: 2 };
  const marked = outlined(map, covers({ image, field }) ? [lit] : [lit, next]);
  return column([marked, label(`image ${sizeText(image)}`, { size: 13, fill: MUTED })], 6);
}

function covers({ image, field }: Pick<FieldInput, 'image' | 'field'>): boolean {
  return field[0] >= image[0] && field[1] >= image[1];
}

function entries(input: FieldInput): readonly Entry[] {
  const { image, field, jump } = input;
  const share = (Math.min(field[0], image[0]) * Math.min(field[1], image[1])) / (image[0] * image[1]);
  const seen = covers(input) ? 'all of the image' : `${formatNumber(share * 100, 2)} % of the image`;
  return [
    { name: 'field', text: `${sizeText(field)} pixels`, result: true },
    { name: 'sees', text: seen, result: false },
    {
      name: 'step',
      text: jump[0] === jump[1] ? count(jump[0], 'pixel') : `${sizeText(jump)} pixels`,
      result: false,
    },
  ];
}

function keys(input: FieldInput): readonly Key[] {
  const lit: Key = { text: 'seen by one cell', swatch: (place) => [outline(place, 'lit', 1.5, LIT)] };
  const next: Key = { text: 'by the cell beside it', swatch: (place) => [outline(place, 'next', 1.5)] };
  return covers(input) ? [lit] : [lit, next];
}
