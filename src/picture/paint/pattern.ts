import { type Element, element } from '../svg/element.ts';
import { BLUE, CELL_EDGE, EMPTY, GREEN, ORANGE, PURPLE, SKY } from './palette.ts';

export interface Texture {
  readonly id: string;
  /** Behind the lines, and around letters that stand on them. */
  readonly tint: string;
  readonly line: string;
  /** A stronger tone of the same colour, for outlines. */
  readonly edge: string;
  readonly path: string;
}

const SLASH = 'M-2 2L2 -2M0 8L8 0M6 10L10 6';
const BACKSLASH = 'M-2 6L2 10M0 0L8 8M6 -2L10 2';

/** Cells that are no real input. */
export const PADDING: Texture = { id: 'padding', tint: EMPTY, line: CELL_EDGE, edge: CELL_EDGE, path: SLASH };

/** Four fills that differ in colour and in pattern; neighbouring windows take different ones. */
export const GROUPS: readonly [Texture, Texture, Texture, Texture] = [
  { id: 'slash', tint: '#FFF0CC', line: ORANGE, edge: '#A66F00', path: SLASH },
  { id: 'level', tint: '#DDF0FC', line: SKY, edge: BLUE, path: 'M0 2H8M0 6H8' },
  { id: 'backslash', tint: '#CFEFE4', line: GREEN, edge: '#00704F', path: BACKSLASH },
  { id: 'upright', tint: '#F8E3EE', line: PURPLE, edge: '#9C4775', path: 'M2 0V8M6 0V8' },
];

/** The fill for the window at this place of the output: no two that touch share one. */
export function groupAt(row: number, column: number): Texture {
  const index = (row % 2) * 2 + (column % 2);
  return GROUPS[index === 0 ? 0 : index === 1 ? 1 : index === 2 ? 2 : 3];
}

/** The attribute value that fills a shape with a texture. */
export function fillWith(texture: Texture): string {
  return `url(#pool-${texture.id})`;
}

/** The definitions every picture carries. */
export function definitions(): Element {
  return element('defs', {}, ...[PADDING, ...GROUPS].map(pattern));
}

function pattern(texture: Texture): Element {
  const size = { width: 8, height: 8 };
  return element(
    'pattern',
    { id: `pool-${texture.id}`, ...size, patternUnits: 'userSpaceOnUse' },
    element('rect', { ...size, fill: texture.tint }),
    element('path', { d: texture.path, stroke: texture.line, 'stroke-width': 1.2, 'stroke-opacity': 0.7 }),
  );
}
