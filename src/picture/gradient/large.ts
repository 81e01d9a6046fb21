import type { Piece, Rect } from '../layout/piece.ts';
import { column, row } from '../layout/stack.ts';
import { type Cells, sizes } from '../map/cells.ts';
import { named, type Outline, outlined } from '../map/outline.ts';
import { type Scaled, scaledMap } from '../map/scaled.ts';
import { reach } from '../map/sweep.ts';
import { INK, LIT, VERMILLION } from '../paint/palette.ts';
import { sizeText } from '../text/list.ts';
import type { GradientInput } from './input.ts';
import { caption } from './under.ts';
import type { Followed } from './window.ts';

const SMALL = { width: 90, height: 90 };
const LARGE = { width: 220, height: 150 };
const MARKED = 4;

/** A window of more cells than can be read: upstream and input as surfaces to scale, the cells that get it marked. */
export function largeMaps(input: GradientInput, followed: Followed): Piece {
  const { rows, columns, lit } = followed;
  const [small, large] = [sizes(input.upstream.shape), sizes(input.input.shape)];
  const upstream = scaledMap(small.rows, small.columns, SMALL);
  const gradient = scaledMap(large.rows, large.columns, LARGE);
  const cell = upstream.area({ from: lit[0], to: lit[0] + 1 }, { from: lit[1], to: lit[1] + 1 });
  const window = gradient.area(reach(rows, lit[0]), reach(columns, lit[1]));
  const marked = winners(input, followed, gradient);
  const from = named(outlined(upstream, [light(cell)]), 'upstream', { ...cell, x: upstream.width, width: 0 });
  const to = named(
    outlined(gradient, marked.length > 0 ? [{ rect: window, style: 'lit' }, ...marked] : [light(window)]),
    'window',
    {
      ...window,
      x: 0,
      width: 0,
    },
  );
  return row(
    [sized('upstream', from, input.upstream), sized('gradient for the input', to, input.gradient)],
    60,
    'start',
  );
}

function sized(name: string, map: Piece, { shape }: Cells): Piece {
  return column([caption(`${name}, ${sizeText(shape)}`), map], 6);
}

function light(rect: Rect): Outline {
  return { rect, style: 'lit', fill: LIT };
}

/** The largest cells that get the gradient, as squares large enough to see. */
function winners(input: GradientInput, { extreme }: Followed, map: Scaled): Outline[] {
  if (input.rule.kind === 'average' || extreme === null) return [];
  const places = extreme.places.slice(0, input.rule.ties === 'first' ? 1 : MARKED);
  return places.map(([row, column]) => ({
    rect: map.area({ from: row, to: row + 1 }, { from: column, to: column + 1 }),
    style: 'window',
    stroke: INK,
    fill: VERMILLION,
  }));
}
