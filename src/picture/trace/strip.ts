import { INNER_WIDTH } from '../layout/card.ts';
import { label, type Style, shortLabel } from '../layout/label.ts';
import { type Piece, space } from '../layout/piece.ts';
import { column, row, within } from '../layout/stack.ts';
import { INK, ORANGE, SKY } from '../paint/palette.ts';
import { fillWith, GROUPS } from '../paint/pattern.ts';
import { element } from '../svg/element.ts';
import { path } from '../svg/path.ts';
import { sizeText } from '../text/list.ts';
import type { TraceInput, TraceLayer } from './input.ts';

const ROW = 25;
const WIDEST = 120;
const NARROWEST = 10;
const GAP = 14;
/** Space above a row that does not take the one above. */
const BREAK = 6;

/** A row for the input and each layer: name, strip, shape; the strip narrows from row to row with the maps. */
export function strip(input: TraceInput['input'], layers: readonly TraceLayer[]): Piece {
  const sides = [input.side, ...layers.map((layer) => layer.side)];
  const largest = Math.max(1, ...sides.map((side) => side ?? 1));
  const widths: number[] = [];
  for (const side of sides) widths.push(side === null ? (widths.at(-1) ?? WIDEST) : widthOf(side, largest));
  const parts = [
    segment(widths[0] ?? WIDEST, widths[0] ?? WIDEST, false),
    ...layers.map((layer, index) => {
      const above = widths[index] ?? WIDEST;
      const to = widths[index + 1] ?? WIDEST;
      if (layer.takes === undefined) return segment(above, to, layer.pooling);
      const { side } = layer.takes;
      return segment(side === null ? above : widthOf(side, largest), to, layer.pooling, BREAK);
    }),
  ];
  const all = [{ ...input, name: 'input', pooling: false }, ...layers];
  const shapes = all.map((layer) => label(sizeText(layer.shape), style(layer)));
  const right = Math.max(...shapes.map((shape) => shape.width));
  const names = all.map((layer) =>
    shortLabel(layer.name, INNER_WIDTH - WIDEST - 2 * GAP - right, style(layer)),
  );
  const left = Math.max(...names.map((name) => name.width));
  return column(
    parts.map((part, index) => {
      const [name, shape] = [names[index] ?? space(0, 0), shapes[index] ?? space(0, 0)];
      return row([within(left, name, 'end'), part, within(right, shape, 'start')], GAP);
    }),
  );
}

function style({ pooling }: { readonly pooling: boolean }): Style {
  return { size: 14, weight: pooling ? 'bold' : 'regular', fill: INK };
}

/** Sides fall by halves, so the width follows the logarithm and each halving narrows the strip alike. */
function widthOf(side: number, largest: number): number {
  const share = Math.log2(Math.max(1, side)) / Math.max(1, Math.log2(largest));
  return NARROWEST + (WIDEST - NARROWEST) * share;
}

/** A row's piece of the strip, from the width of what it takes to its own; pooling has colour and hatching. */
function segment(from: number, to: number, pooling: boolean, space = 0): Piece {
  const [slash] = GROUPS;
  const fill = pooling ? fillWith(slash) : '#DDF0FC';
  return {
    width: WIDEST,
    height: ROW + space,
    paint: (canvas, x, edge) => {
      const middle = x + WIDEST / 2;
      const y = edge + space;
      const bottom = y + ROW - 2;
      const d = path`M${middle - from / 2} ${y}L${middle + from / 2} ${y}L${middle + to / 2} ${bottom}L${middle - to / 2} ${bottom}Z`;
      const stroke = { stroke: pooling ? ORANGE : SKY, 'stroke-width': 1.2, 'stroke-linejoin': 'round' };
      canvas.floor.push(element('path', { d, fill, ...stroke }));
    },
  };
}
