import { INK } from '../paint/palette.ts';
import { type Element, element } from '../svg/element.ts';
import { path } from '../svg/path.ts';
import { label, type Style } from './label.ts';
import type { Piece } from './piece.ts';

/** A stretch along an axis with what is written at it, in units from the axis' start. */
export interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly stroke: string;
}

interface Placed {
  readonly bracket: Bracket;
  readonly text: Piece;
  /** Where the text starts along the axis. */
  readonly at: number;
  /** Which row or column it stands in, counted away from the axis. */
  readonly lane: number;
}

const MOST_LANES = 4;
const HOOK = 7;
const GAP = 4;
const BETWEEN = 6;
const TEXT: Style = { size: 13, fill: INK };
const LINE = label('0', TEXT).height;

/** Brackets drawn, and how many of those asked for: the first ones, where more would need too many rows. */
export interface Brackets extends Piece {
  readonly shown: number;
}

/**
 * Brackets below a horizontal axis. Each goes to the nearest row where neither it nor its text meets another, so
 * overlapping stretches stand in rows of their own.
 */
export function brackets(list: readonly Bracket[], length: number): Brackets {
  const placed = place(list, length, (text) => text.width);
  const lane = HOOK + GAP + LINE + 8;
  return {
    shown: placed.length,
    width: length,
    height: lanes(placed) * lane,
    paint: (canvas, x, y) => {
      for (const { bracket, text, at, lane: row } of placed) {
        const top = y + row * lane;
        const [start, end] = [x + bracket.start + 2, x + bracket.end - 2];
        canvas.ink.push(line(path`M${start} ${top}V${top + HOOK}H${end}V${top}`, bracket.stroke));
        text.paint(canvas, x + at, top + HOOK + GAP);
      }
    },
  };
}

/** The same to the left of a vertical axis. */
export function standingBrackets(list: readonly Bracket[], length: number): Brackets {
  const placed = place(list, length, () => LINE);
  const lane = HOOK + GAP + Math.max(0, ...placed.map(({ text }) => text.width)) + 8;
  const width = lanes(placed) * lane;
  return {
    shown: placed.length,
    width,
    height: length,
    paint: (canvas, x, y) => {
      for (const { bracket, text, at, lane: column } of placed) {
        const right = x + width - column * lane;
        const [start, end] = [y + bracket.start + 2, y + bracket.end - 2];
        canvas.ink.push(line(path`M${right} ${start}H${right - HOOK}V${end}H${right}`, bracket.stroke));
        text.paint(canvas, right - HOOK - GAP - text.width, y + at);
      }
    },
  };
}

/** The brackets in their lanes, up to the first that finds none. */
function place(list: readonly Bracket[], length: number, size: (text: Piece) => number): readonly Placed[] {
  const ends: number[] = [];
  const placed: Placed[] = [];
  for (const bracket of list) {
    const text = label(bracket.text, TEXT);
    const middle = (bracket.start + bracket.end) / 2;
    const at = Math.max(0, Math.min(length - size(text), middle - size(text) / 2));
    const from = Math.min(bracket.start, at - BETWEEN);
    const found = ends.findIndex((end) => end <= from);
    const lane = found < 0 ? ends.length : found;
    if (lane === MOST_LANES) return placed;
    ends[lane] = Math.max(bracket.end, at + size(text));
    placed.push({ bracket, text, at, lane });
  }
  return placed;
}

function lanes(placed: readonly Placed[]): number {
  return Math.max(0, ...placed.map(({ lane }) => lane + 1));
}

function line(d: string, stroke: string): Element {
  return element('path', { d, fill: 'none', stroke, 'stroke-width': 2, 'stroke-linejoin': 'round' });
}
