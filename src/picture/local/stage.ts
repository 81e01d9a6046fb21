import type { Piece, Rect } from '../layout/piece.ts';
import type { Grid } from '../map/grid.ts';
import { named, type Outline, outlined } from '../map/outline.ts';
import { reach, type Stretch } from '../map/sweep.ts';
import type { Views } from '../map/view.ts';
import type { Window } from './window.ts';

/** A drawn map, and where the lit and the next window (or output cell) stand on it. */
export interface Stage {
  readonly piece: Piece;
  readonly lit: Rect | null;
  readonly next: Rect | null;
}

/** Where the output stands, seen from the input: the side that the light leaves and enters at. */
export type Side = 'right' | 'below';

/** Outlines the lit and the next window on one slice of the input. */
export function inputStage(grid: Grid, window: Window, depth: number, views: Views, side: Side): Stage {
  const place = (index: Window['lit']): Rect | null => {
    const [z, y, x] = window.sweeps;
    const deep = reach(z, index[0]);
    const inside = depth >= deep.from && depth < deep.to;
    return inside ? areaOf(grid, views, reach(y, index[1]), reach(x, index[2])) : null;
  };
  const [lit, next] = [place(window.lit), window.next && place(window.next)];
  const edge =
    lit && (side === 'right' ? { ...lit, x: grid.width, width: 0 } : { ...lit, y: grid.height, height: 0 });
  return stage(grid, lit, next, edge, `window ${depth}`);
}

/** Outlines the lit and the next cell on one slice of the output. */
export function outputStage(grid: Grid, window: Window, depth: number, views: Views, side: Side): Stage {
  const place = ([z, y, x]: Window['lit']): Rect | null =>
    z === depth ? areaOf(grid, views, { from: y, to: y + 1 }, { from: x, to: x + 1 }) : null;
  const [lit, next] = [place(window.lit), window.next && place(window.next)];
  return stage(
    grid,
    lit,
    next,
    lit && (side === 'right' ? { ...lit, x: 0, width: 0 } : { ...lit, y: 0, height: 0 }),
    'cell',
  );
}

function stage(grid: Grid, lit: Rect | null, next: Rect | null, edge: Rect | null, name: string): Stage {
  const outlines: Outline[] = [];
  if (next !== null) outlines.push({ rect: next, style: 'next', inset: 3.5 });
  if (lit !== null) outlines.push({ rect: lit, style: 'lit' });
  const piece = outlined(grid, outlines);
  return { piece: edge === null ? piece : named(piece, name, edge), lit, next };
}

/** A window's area on the grid, cut at the view's edges; null where all of it lies outside. */
function areaOf(grid: Grid, views: Views, rows: Stretch, columns: Stretch): Rect | null {
  const vertical = cut(rows, views.rows);
  const horizontal = cut(columns, views.columns);
  if (vertical === null || horizontal === null) return null;
  return grid.area(vertical.from, horizontal.from, vertical.length, horizontal.length);
}

function cut(stretch: Stretch, view: Stretch): { from: number; length: number } | null {
  const from = Math.max(stretch.from, view.from);
  const to = Math.min(stretch.to, view.to);
  return to > from ? { from: from - view.from, length: to - from } : null;
}
