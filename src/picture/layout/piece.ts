import type { Element } from '../svg/element.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** What has been painted so far: cells below, numbers and outlines above, and named places to draw light between. */
export interface Canvas {
  readonly floor: Element[];
  readonly ink: Element[];
  readonly places: Map<string, Rect>;
}

/** A part of a picture: its size is known before it is painted, so parts can be placed without overlap. */
export interface Piece {
  readonly width: number;
  readonly height: number;
  /** Paints with the upper left corner at (x, y). */
  readonly paint: (canvas: Canvas, x: number, y: number) => void;
}

/** Empty room. */
export function space(width: number, height: number): Piece {
  return { width, height, paint: () => {} };
}

export function moved(rect: Rect, x: number, y: number): Rect {
  return { ...rect, x: rect.x + x, y: rect.y + y };
}
