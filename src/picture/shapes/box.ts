import { label } from '../layout/label.ts';
import type { Piece } from '../layout/piece.ts';
import { INK, SKY } from '../paint/palette.ts';
import { type Element, element } from '../svg/element.ts';
import { path } from '../svg/path.ts';

/** A box in parallel projection: a front of `width` × `height`, its depth going up to the right. */
export interface Solid {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}

/** What stands along the edges. */
export interface EdgeNames {
  readonly width: string;
  readonly height: string;
  readonly depth: string;
}

const LIFT = 0.55;
const GAP = 5;
const TEXT = { size: 14, fill: INK } as const;

/** The box with its sizes along its edges: height to the left, width below, depth at the upper edge. */
export function box(
  solid: Solid,
  names: EdgeNames,
  tints: readonly [front: string, top: string, side: string],
): Piece {
  const [high, wide, deep] = [label(names.height, TEXT), label(names.width, TEXT), label(names.depth, TEXT)];
  const [dx, dy] = [solid.depth, solid.depth * LIFT];
  const above = names.depth === '' ? 0 : deep.height + GAP;
  const left = high.width + GAP;
  const right = Math.max(dx, wide.width / 2 - solid.width / 2, dx / 2 - solid.width + deep.width);
  return {
    width: left + solid.width + Math.max(right, dx),
    height: above + dy + solid.height + GAP + wide.height,
    paint: (canvas, x, y) => {
      const [l, t] = [x + left, y + above + dy];
      canvas.floor.push(...faces(l, t, solid, dx, dy, tints));
      high.paint(canvas, x, t + solid.height / 2 - high.height / 2);
      wide.paint(canvas, l + solid.width / 2 - wide.width / 2, t + solid.height + GAP);
      deep.paint(canvas, l + dx / 2, y);
    },
  };
}

function faces(
  x: number,
  y: number,
  { width, height }: Solid,
  dx: number,
  dy: number,
  [front, top, side]: readonly [string, string, string],
): Element[] {
  const edge = { stroke: SKY, 'stroke-width': 1.5, 'stroke-linejoin': 'round' };
  const right = x + width;
  return [
    element('path', { d: path`M${x} ${y}l${dx} ${-dy}h${width}L${right} ${y}Z`, fill: top, ...edge }),
    element('path', {
      d: path`M${right} ${y}l${dx} ${-dy}v${height}L${right} ${y + height}Z`,
      fill: side,
      ...edge,
    }),
    element('rect', { x, y, width, height, fill: front, ...edge }),
  ];
}
