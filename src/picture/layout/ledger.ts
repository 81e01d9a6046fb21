import { FAINT } from '../paint/palette.ts';
import { textWidth } from '../text/measure.ts';
import { label, paragraph, type Style } from './label.ts';
import type { Piece } from './piece.ts';
import { column, row, within } from './stack.ts';

/** One line of a calculation: what it is, and the numbers. */
export interface Entry {
  readonly name: string;
  readonly text: string;
  readonly result: boolean;
}

const GAP = 12;
const NARROWEST = 130;
const NAME: Style = { size: 13, fill: FAINT };

/** A calculation as lines of "name  numbers", the names in a column of their own. */
export function ledger(entries: readonly Entry[], width: number): Piece {
  const side = widest(entries);
  return column(
    entries.map((entry) =>
      row([within(side, label(entry.name, NAME), 'end'), numbers(entry, width - side - GAP)], GAP, 'start'),
    ),
    8,
  );
}

/**
 * The same for a narrow place of limited height: names beside the numbers where every line but the first stays
 * whole, otherwise above them; null where neither has room.
 */
export function narrowLedger(entries: readonly Entry[], width: number, height: number): Piece | null {
  if (width < NARROWEST) return null;
  const room = width - widest(entries) - GAP;
  const whole = entries.slice(1).every((entry) => textWidth(entry.text, ...face(entry)) <= room);
  if (whole && ledger(entries, width).height <= height) return ledger(entries, width);
  const stacked = column(
    entries.map((entry) => column([label(entry.name, NAME), numbers(entry, width)], 2)),
    7,
  );
  return stacked.height <= height ? stacked : null;
}

function widest(entries: readonly Entry[]): number {
  return Math.max(0, ...entries.map((entry) => textWidth(entry.name, NAME.size)));
}

function numbers(entry: Entry, width: number): Piece {
  const [size, weight] = face(entry);
  return paragraph(entry.text, width, { size, weight });
}

function face(entry: Entry): readonly [size: number, weight: 'bold' | 'regular'] {
  return entry.result ? [16, 'bold'] : [15, 'regular'];
}
