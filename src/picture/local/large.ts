import { INNER_WIDTH } from '../layout/card.ts';
import { label } from '../layout/label.ts';
import { ledger } from '../layout/ledger.ts';
import { type Key, legend } from '../layout/legend.ts';
import type { Piece, Rect } from '../layout/piece.ts';
import { column, row } from '../layout/stack.ts';
import { sizes } from '../map/cells.ts';
import { named, type Outline, outline, outlined } from '../map/outline.ts';
import { type Scaled, scaledMap } from '../map/scaled.ts';
import { reach } from '../map/sweep.ts';
import { LIT, MUTED } from '../paint/palette.ts';
import { sizeText } from '../text/list.ts';
import { calculation } from './calculation.ts';
import type { LocalInput } from './input.ts';
import type { Window } from './window.ts';
import { nextText } from './words.ts';

const BOUNDS = { width: 250, height: 190 };
const SMALL = { width: 120, height: 110 };

/** A window of more cells than can be read: both maps as surfaces to scale, with the window's place on them. */
export function largeParts(local: LocalInput, window: Window): readonly Piece[] {
  const whole = sizes(local.input.shape);
  const made = sizes(local.output.shape);
  const [, rows, columns] = window.sweeps;
  const input = scaledMap(whole.rows, whole.columns, BOUNDS);
  const output = scaledMap(made.rows, made.columns, SMALL);
  const windowAt = ([, y, x]: Window['lit']): Rect => input.area(reach(rows, y), reach(columns, x));
  const cellAt = ([, y, x]: Window['lit']): Rect =>
    output.area({ from: y, to: y + 1 }, { from: x, to: x + 1 });
  const lit = windowAt(window.lit);
  const cell = cellAt(window.lit);
  const from = marked(input, lit, window.next && windowAt(window.next));
  const to = marked(output, cell, window.next && cellAt(window.next));
  const name = `window ${reach(window.sweeps[0], window.lit[0]).from}`;
  const caption = (text: string) => label(text, { size: 13, fill: MUTED });
  return [
    row(
      [
        column(
          [
            named(from, name, { ...lit, x: input.width, width: 0 }),
            caption(`input ${sizeText(local.input.shape)}`),
          ],
          6,
          'end',
        ),
        column(
          [named(to, 'cell', { ...cell, x: 0, width: 0 }), caption(`output ${sizeText(local.output.shape)}`)],
          6,
        ),
      ],
      60,
    ),
    ledger(calculation(local, window), INNER_WIDTH),
    legend(keys(local, window), INNER_WIDTH),
  ];
}

function marked(map: Scaled, lit: Rect, next: Rect | null): Piece {
  const outlines: Outline[] = [{ rect: lit, style: 'lit', fill: LIT }];
  return outlined(map, next === null ? outlines : [...outlines, { rect: next, style: 'next', inset: 1 }]);
}

function keys(local: LocalInput, window: Window): readonly Key[] {
  const lit: Key = { text: 'this window, to scale', swatch: (place) => [outline(place, 'lit', 1.5, LIT)] };
  const next: Key = {
    text: nextText(window, local.sweeps.length),
    swatch: (place) => [outline(place, 'next', 1.5)],
  };
  return window.next === null ? [lit] : [lit, next];
}
