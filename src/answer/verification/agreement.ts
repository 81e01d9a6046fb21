import type { Shape } from '../../pooling/index.ts';

/** Equal to the digits that people write down. */
export const near = (value: number, stated: number | undefined): boolean =>
  stated !== undefined && Math.abs(value - stated) <= 5e-3 * Math.max(1, Math.abs(value));

/** An open batch fits any; the batch may be left out. */
export function sameShape(shape: Shape, claimed: Shape): boolean {
  const fits = (one: Shape) =>
    one.length === claimed.length &&
    one.every(
      (size, axis) => size === claimed[axis] || (axis === 0 && (size === null || claimed[axis] === null)),
    );
  return fits(shape) || (shape[0] === null && fits(shape.slice(1)));
}
