import type { Piece } from '../layout/piece.ts';
import { box, type EdgeNames, type Solid } from './box.ts';

/** A feature map's sizes; `null` is open. No spatial sizes: a vector. `none`: a bare map without channels. */
export interface MapShape {
  readonly spatial: readonly (number | null)[];
  readonly channels: number | null | 'none';
}

const LONGEST = 128;
const SHORTEST = 20;
/** What an open size is drawn as: some size in the middle. */
const OPEN = 0.6;

/**
 * The shape as a box: height and width in front, channels as depth; a volume has its own depth instead. The size
 * `largest` becomes the longest side, and `scale` makes all of it smaller.
 */
export function block(shape: MapShape, largest: number, scale: number): Piece {
  const side = (size: number | null) =>
    Math.max(SHORTEST, scale * LONGEST * (size === null ? OPEN : Math.min(1, size / largest)));
  const [first, second, third] = shape.spatial;
  const channels = shape.channels === 'none' ? '' : `${name(shape.channels)} channels`;
  const deep = shape.channels === 'none' ? 10 : scale * channelDepth(shape.channels);
  if (first === undefined)
    return draw(
      { width: SHORTEST, height: SHORTEST, depth: deep },
      { width: '', height: '', depth: channels },
    );
  if (second === undefined) {
    return draw(
      { width: side(first), height: SHORTEST, depth: deep },
      { width: `${name(first)} steps`, height: '', depth: channels },
    );
  }
  if (third === undefined) {
    return draw(
      { width: side(second), height: side(first), depth: deep },
      { width: name(second), height: name(first), depth: channels },
    );
  }
  const solid = { width: side(third), height: side(second), depth: side(first) * 0.6 };
  return draw(solid, { width: name(third), height: name(second), depth: `${name(first)} slices` });
}

/** How many numbers the map holds; null where a size is open. */
export function numbersIn({ spatial, channels }: MapShape): number | null {
  const sizes = channels === 'none' ? spatial : [...spatial, channels];
  return sizes.reduce<number | null>(
    (product, size) => (product === null || size === null ? null : product * size),
    1,
  );
}

function draw(solid: Solid, names: EdgeNames): Piece {
  return box(solid, names, ['#DDF0FC', '#F0F8FE', '#B9DFF7']);
}

function name(size: number | null): string {
  return size === null ? '?' : String(size);
}

/** Channels range from one to thousands: their depth grows with the logarithm. */
function channelDepth(channels: number | null): number {
  return channels === null ? 50 : Math.min(100, 10 + 9 * Math.log2(channels + 1));
}
