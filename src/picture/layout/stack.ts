import type { Piece } from './piece.ts';

export type Align = 'start' | 'middle' | 'end';

/** Pieces side by side, `gap` units apart. */
export function row(pieces: readonly Piece[], gap = 0, align: Align = 'middle'): Piece {
  const height = Math.max(0, ...pieces.map((piece) => piece.height));
  const width = total(pieces.map((piece) => piece.width)) + gap * Math.max(0, pieces.length - 1);
  return {
    width,
    height,
    paint: (canvas, x, y) => {
      let left = x;
      for (const piece of pieces) {
        piece.paint(canvas, left, y + shift(align, height - piece.height));
        left += piece.width + gap;
      }
    },
  };
}

/** Pieces below each other, `gap` units apart. */
export function column(pieces: readonly Piece[], gap = 0, align: Align = 'start'): Piece {
  const width = Math.max(0, ...pieces.map((piece) => piece.width));
  const height = total(pieces.map((piece) => piece.height)) + gap * Math.max(0, pieces.length - 1);
  return {
    width,
    height,
    paint: (canvas, x, y) => {
      let top = y;
      for (const piece of pieces) {
        piece.paint(canvas, x + shift(align, width - piece.width), top);
        top += piece.height + gap;
      }
    },
  };
}

/** Pieces in as many lines as the width asks for, read like words. */
export function flow(pieces: readonly Piece[], width: number, gap: number, lineGap: number): Piece {
  const lines: Piece[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    if (used + gap + piece.width > width) {
      lines.push([]);
      used = -gap;
    }
    lines.at(-1)?.push(piece);
    used += gap + piece.width;
  }
  return column(
    lines.map((line) => row(line, gap)),
    lineGap,
  );
}

/** The piece in the middle (or at a side) of a wider place. */
export function within(width: number, piece: Piece, align: Align = 'middle'): Piece {
  return {
    width: Math.max(width, piece.width),
    height: piece.height,
    paint: (canvas, x, y) => piece.paint(canvas, x + shift(align, Math.max(0, width - piece.width)), y),
  };
}

function shift(align: Align, room: number): number {
  return align === 'start' ? 0 : align === 'middle' ? room / 2 : room;
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0);
}
