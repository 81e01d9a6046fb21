import { combine, isStrange, Max, max, Sum, sum, WatchedMax, watch, watchAll } from './operation.ts';

/**
 * Windows of `k` neighbouring floats at stride 2: two vectors are loaded and shuffled into their even and odd
 * elements, which are the windows' cells j and j + 1. Writes `count` floats to each of `rows` rows. A watched maximum
 * returns whether NaN may be among the windows' first two cells.
 */
export function pairs(
  operation: u32,
  src: usize,
  dst: usize,
  rows: usize,
  srcPitch: usize,
  dstPitch: usize,
  count: usize,
  k: usize,
): bool {
  if (operation === max) return pairsBy<Max>(src, dst, rows, srcPitch, dstPitch, count, k);
  if (operation === sum) return pairsBy<Sum>(src, dst, rows, srcPitch, dstPitch, count, k);
  return pairsBy<WatchedMax>(src, dst, rows, srcPitch, dstPitch, count, k);
}

function pairsBy<Op>(
  src: usize,
  dst: usize,
  rows: usize,
  srcPitch: usize,
  dstPitch: usize,
  count: usize,
  k: usize,
): bool {
  const bytes = count << 2;
  let strange = f32x4.splat(0);
  for (let row: usize = 0; row < rows; row++) {
    const end = dst + bytes;
    let from = src;
    let to = dst;
    for (; to + 32 <= end; to += 32) {
      const a = v128.load(from);
      const b = v128.load(from, 16);
      const c = v128.load(from, 32);
      const d = v128.load(from, 48);
      strange = watchAll<Op>(strange, a, b, c, d);
      let first = combine<Op>(evens(a, b), odds(a, b));
      let second = combine<Op>(evens(c, d), odds(c, d));
      if (k > 2) {
        first = combine<Op>(first, beyond<Op>(from + 8, k - 2));
        second = combine<Op>(second, beyond<Op>(from + 40, k - 2));
      }
      v128.store(to, first);
      v128.store(to, second, 16);
      from += 64;
    }
    for (; to < end; to += 4) {
      const a = v128.load(from);
      strange = watch<Op>(strange, v128.shuffle<f32>(a, a, 0, 1, 0, 1));
      v128.store_lane<f32>(to, beyond<Op>(from, k), 0);
      from += 8;
    }
    src += srcPitch;
    dst += dstPitch;
  }
  return isStrange(strange);
}

export function evens(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 2, 4, 6);
}

export function odds(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 1, 3, 5, 7);
}

/** The first `k` cells, one at least, of four windows from `src` on. */
function beyond<Op>(src: usize, k: usize): v128 {
  let a = v128.load(src);
  let b = v128.load(src, 16);
  let total = evens(a, b);
  if (k > 1) total = combine<Op>(total, odds(a, b));
  for (let j: usize = 2; j < k; j += 2) {
    src += 8;
    a = v128.load(src);
    b = v128.load(src, 16);
    total = combine<Op>(total, evens(a, b));
    if (j + 1 < k) total = combine<Op>(total, odds(a, b));
  }
  return total;
}
