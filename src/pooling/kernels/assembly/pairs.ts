import { combine, Max, max, Sum } from './operation.ts';

/**
 * Windows of `k` neighbouring floats at stride 2: two vectors are loaded and shuffled into their even and odd
 * elements, which are the windows' cells j and j + 1. Writes `count` floats to each of `rows` rows.
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
): void {
  if (operation === max) pairsBy<Max>(src, dst, rows, srcPitch, dstPitch, count, k);
  else pairsBy<Sum>(src, dst, rows, srcPitch, dstPitch, count, k);
}

function pairsBy<Op>(
  src: usize,
  dst: usize,
  rows: usize,
  srcPitch: usize,
  dstPitch: usize,
  count: usize,
  k: usize,
): void {
  const bytes = count << 2;
  for (let row: usize = 0; row < rows; row++) {
    if (k === 2) pairsRow2<Op>(src, dst, bytes);
    else if (k === 3) pairsRow3<Op>(src, dst, bytes);
    else pairsRow<Op>(src, dst, bytes, k);
    src += srcPitch;
    dst += dstPitch;
  }
}

function evens(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 2, 4, 6);
}

function odds(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 1, 3, 5, 7);
}

function pairsRow2<Op>(src: usize, dst: usize, bytes: usize): void {
  const end = dst + bytes;
  for (; dst + 32 <= end; dst += 32, src += 64) {
    v128.store(dst, pairs2<Op>(src));
    v128.store(dst, pairs2<Op>(src + 32), 16);
  }
  pairsRow<Op>(src, dst, end - dst, 2);
}

function pairs2<Op>(src: usize): v128 {
  const a = v128.load(src);
  const b = v128.load(src, 16);
  return combine<Op>(evens(a, b), odds(a, b));
}

function pairsRow3<Op>(src: usize, dst: usize, bytes: usize): void {
  const end = dst + bytes;
  for (; dst + 16 <= end; dst += 16, src += 32) {
    const a = v128.load(src);
    const b = v128.load(src, 16);
    const third = evens(v128.load(src, 8), v128.load(src, 24));
    v128.store(dst, combine<Op>(combine<Op>(evens(a, b), odds(a, b)), third));
  }
  pairsRow<Op>(src, dst, end - dst, 3);
}

function pairsRow<Op>(src: usize, dst: usize, bytes: usize, k: usize): void {
  const end = dst + bytes;
  for (; dst + 16 <= end; dst += 16, src += 32) v128.store(dst, pairsVector<Op>(src, k));
  for (; dst < end; dst += 4, src += 8) v128.store_lane<f32>(dst, pairsVector<Op>(src, k), 0);
}

function pairsVector<Op>(src: usize, k: usize): v128 {
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
