/**
 * How the kernels combine cells, four at a time. The operations are classes so that a kernel is compiled once for each
 * of them, and numbers where they come from outside. A mean is a sum that is divided on its way out.
 */
export class Max {}
export class Sum {}
export class Mean {}
/** A maximum that watches out for NaN in what it reads. */
export class WatchedMax {}

export const max: u32 = 0;
export const sum: u32 = 1;
export const mean: u32 = 2;

export function isMax<Op>(): bool {
  return idof<Op>() === idof<Max>() || idof<Op>() === idof<WatchedMax>();
}

/**
 * `earlier` comes before `later` in row-major order. The maximum keeps the earlier of two equals, so that -0 and 0 tie
 * as in the reference. It is meant for numbers: windows with NaN are dealt with apart (strange.ts).
 */
export function combine<Op>(earlier: v128, later: v128): v128 {
  if (isMax<Op>()) return f32x4.pmax(earlier, later);
  return f32x4.add(earlier, later);
}

/** What changes nothing when combined: what padding holds. */
export function identity<Op>(): v128 {
  if (isMax<Op>()) return f32x4.splat(-Infinity);
  return f32x4.splat(0);
}

/**
 * What a mean divides by, at an address: the same four numbers for all outputs (`step` 0) or four for each four outputs
 * (`step` 16). `inverse` says that they are to be multiplied by instead, which is as exact for powers of two.
 */
export function settle<Op>(total: v128, divisors: usize, inverse: bool): v128 {
  if (idof<Op>() !== idof<Mean>()) return total;
  // The reference begins its sums at +0, so no sum of its is -0.
  const sum = f32x4.add(total, f32x4.splat(0));
  return inverse ? f32x4.mul(sum, v128.load(divisors)) : f32x4.div(sum, v128.load(divisors));
}

/** NaN once any mean was NaN or infinite. */
export function notice<Op>(seen: v128, mean: v128): v128 {
  return idof<Op>() === idof<Mean>() ? v128.or(seen, f32x4.sub(mean, mean)) : seen;
}

/** NaN once any of the cells was NaN, or infinities of both signs were among them. */
export function watch<Op>(seen: v128, cells: v128): v128 {
  return idof<Op>() === idof<WatchedMax>() ? f32x4.add(seen, cells) : seen;
}

/** `watch` for four at once: only one addition has to wait for the one before it. */
export function watchAll<Op>(seen: v128, a: v128, b: v128, c: v128, d: v128): v128 {
  return watch<Op>(seen, f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
}

export function isStrange(seen: v128): bool {
  return v128.any_true(f32x4.ne(seen, seen));
}
