import {
  combine,
  isStrange,
  Mean,
  mean,
  notice,
  Sum,
  settle,
  sum,
  WatchedMax,
  watch,
  watchAll,
} from './operation.ts';
import { evens, odds } from './pairs.ts';

/**
 * Windows of `depth` rows, `shift` bytes apart, by `k` floats, two or three, at stride 2 along the rows: rows are
 * combined first, then neighbours as in pairs.ts. Writes `windows` floats to each of `rows` rows. The first window
 * begins `begin` cells before its row of `cells`; what lies outside of a row counts for nothing. Divisors go on from row
 * to row.
 *
 * Returns 1 if any mean is not finite, or, for a watched maximum, if there may be NaN among the cells; plus 2 if any
 * maximum is zero, for cells are not met row by row, and the earlier of 0 and -0 may have lost.
 */
export function planes(
  operation: u32,
  src: usize,
  dst: usize,
  rows: usize,
  srcPitch: usize,
  cells: usize,
  windows: usize,
  k: usize,
  begin: usize,
  depth: usize,
  shift: usize,
  divisors: usize,
  step: usize,
  inverse: bool,
): u32 {
  if (operation === sum)
    return planesBy<Sum>(
      src,
      dst,
      rows,
      srcPitch,
      cells,
      windows,
      k,
      begin,
      depth,
      shift,
      divisors,
      step,
      inverse,
    );
  if (operation === mean)
    return planesBy<Mean>(
      src,
      dst,
      rows,
      srcPitch,
      cells,
      windows,
      k,
      begin,
      depth,
      shift,
      divisors,
      step,
      inverse,
    );
  return planesBy<WatchedMax>(
    src,
    dst,
    rows,
    srcPitch,
    cells,
    windows,
    k,
    begin,
    depth,
    shift,
    divisors,
    step,
    inverse,
  );
}

function planesBy<Op>(
  src: usize,
  dst: usize,
  rows: usize,
  srcPitch: usize,
  cells: usize,
  windows: usize,
  k: usize,
  begin: usize,
  depth: usize,
  shift: usize,
  divisors: usize,
  step: usize,
  inverse: bool,
): u32 {
  // Windows before `first` and from `last` on are clipped.
  const first = (begin + 1) >> 1;
  const last: usize = cells + begin < k ? 0 : min<usize>(windows, ((cells + begin - k) >> 1) + 1);
  const isLong = last >= first + 8;
  const next = step >> 2;
  let strange = f32x4.splat(0);
  let zero = f32x4.splat(0);
  for (let row: usize = 0; row < rows; row++) {
    let window: usize = 0;
    while (window < windows) {
      if (!isLong || window < first || window >= last) {
        const place = window << 1;
        const start: usize = place < begin ? 0 : place - begin;
        const end = min<usize>(place + k - begin, cells);
        let from = src + (start << 2);
        let sides = few(from, end - start);
        strange = watch<Op>(strange, sides);
        for (let j: usize = 1; j < depth; j++) {
          from += shift;
          const value = few(from, end - start);
          strange = watch<Op>(strange, value);
          sides = combine<Op>(sides, value);
        }
        let total = sides;
        if (end - start > 1) total = combine<Op>(total, v128.shuffle<f32>(sides, sides, 1, 1, 1, 1));
        if (end - start > 2) total = combine<Op>(total, v128.shuffle<f32>(sides, sides, 2, 2, 2, 2));
        total = settle<Op>(total, divisors + window * next, inverse);
        total = v128.shuffle<f32>(total, total, 0, 0, 0, 0);
        strange = notice<Op>(strange, total);
        zero = v128.or(zero, f32x4.eq(total, f32x4.splat(0)));
        v128.store_lane<f32>(dst + (window << 2), total, 0);
        window++;
        continue;
      }
      // Eight windows at a time; the last eight may overlap those before them.
      window = min<usize>(window, last - 8);
      let from = src + (((window << 1) - begin) << 2);
      let a = v128.load(from);
      let b = v128.load(from, 16);
      let c = v128.load(from, 32);
      let d = v128.load(from, 48);
      let e = k > 2 ? v128.load_splat<f32>(from, 64) : d;
      strange = watch<Op>(watchAll<Op>(strange, a, b, c, d), e);
      for (let j: usize = 1; j < depth; j++) {
        from += shift;
        const f = v128.load(from);
        const g = v128.load(from, 16);
        const h = v128.load(from, 32);
        const i = v128.load(from, 48);
        strange = watchAll<Op>(strange, f, g, h, i);
        a = combine<Op>(a, f);
        b = combine<Op>(b, g);
        c = combine<Op>(c, h);
        d = combine<Op>(d, i);
        if (k > 2) {
          const l = v128.load_splat<f32>(from, 64);
          strange = watch<Op>(strange, l);
          e = combine<Op>(e, l);
        }
      }
      const left = evens(a, b);
      const right = evens(c, d);
      let low = combine<Op>(left, odds(a, b));
      let high = combine<Op>(right, odds(c, d));
      if (k > 2) {
        low = combine<Op>(low, v128.shuffle<f32>(left, right, 1, 2, 3, 4));
        high = combine<Op>(high, v128.shuffle<f32>(right, e, 1, 2, 3, 4));
      }
      low = settle<Op>(low, divisors + window * next, inverse);
      high = settle<Op>(high, divisors + window * next + step, inverse);
      strange = notice<Op>(notice<Op>(strange, low), high);
      zero = v128.or(zero, v128.or(f32x4.eq(low, f32x4.splat(0)), f32x4.eq(high, f32x4.splat(0))));
      v128.store(dst + (window << 2), low);
      v128.store(dst + (window << 2), high, 16);
      window += 8;
    }
    src += srcPitch;
    dst += windows << 2;
    divisors += windows * next;
  }
  return u32(isStrange(strange)) | (u32(v128.any_true(zero)) << 1);
}

/** One to three floats, and some of them again in the rest of the vector. */
function few(src: usize, count: usize): v128 {
  if (count === 1) return v128.load_splat<f32>(src);
  if (count === 2) return v128.load_splat<f64>(src);
  const value = v128.load(src);
  return v128.shuffle<f32>(value, value, 0, 1, 2, 2);
}
