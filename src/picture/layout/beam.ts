import { VERMILLION } from '../paint/palette.ts';
import { type Element, element } from '../svg/element.ts';
import { path } from '../svg/path.ts';
import type { Rect } from './piece.ts';

/** The light from a window's edge to its output cell's: to the right where the edge stands upright, else down. */
export function beam(from: Rect, to: Rect): readonly Element[] {
  const right = from.x + from.width;
  const bottom = from.y + from.height;
  const [sides, area] =
    from.width === 0
      ? [
          path`M${right} ${from.y}L${to.x} ${to.y}M${right} ${bottom}L${to.x} ${to.y + to.height}`,
          path`M${right} ${from.y}L${to.x} ${to.y}V${to.y + to.height}L${right} ${bottom}Z`,
        ]
      : [
          path`M${from.x} ${bottom}L${to.x} ${to.y}M${right} ${bottom}L${to.x + to.width} ${to.y}`,
          path`M${from.x} ${bottom}L${to.x} ${to.y}H${to.x + to.width}L${right} ${bottom}Z`,
        ];
  const line = { stroke: VERMILLION, 'stroke-width': 1.2, 'stroke-opacity': 0.6 };
  return [
    element('path', { d: area, fill: VERMILLION, 'fill-opacity': 0.13 }),
    element('path', { d: sides, fill: 'none', ...line }),
  ];
}
