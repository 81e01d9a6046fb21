import {
  combine,
  isStrange,
  Max,
  Mean,
  max,
  mean,
  notice,
  Sum,
  settle,
  sum,
  WatchedMax,
  watch,
  watchAll,
} from './operation.ts';

/**
 * Windows of `k` cells at stride 1, for small k. Cell j + 1 of a window lies `shift` bytes behind cell j, so that any
 * axis can slide: by one number along rows, by a whole row along columns. Writes `count` floats to each of `rows` rows;
 * each row begins again with the first divisor. Returns whether any mean is not finite, or, for a watched maximum,
 * whether NaN may be among the windows' first cells.
 */
export function slide(
  operation: u32,
  src: usize,
  dst: usize,
  rows: usize,
  srcPitch: usize,
  dstPitch: usize,
  count: usize,
  k: usize,
  shift: usize,
  divisors: usize,
  step: usize,
  inverse: bool,
): bool {
  if (operation === max)
    return slideBy<Max>(src, dst, rows, srcPitch, dstPitch, count, k, shift, divisors, step, inverse);
  if (operation === sum)
    return slideBy<Sum>(src, dst, rows, srcPitch, dstPitch, count, k, shift, divisors, step, inverse);
  if (operation === mean)
    return slideBy<Mean>(src, dst, rows, srcPitch, dstPitch, count, k, shift, divisors, step, inverse);
  return slideBy<WatchedMax>(src, dst, rows, srcPitch, dstPitch, count, k, shift, divisors, step, inverse);
}

function slideBy<Op>(
  src: usize,
  dst: usize,
  rows: usize,
  srcPitch: usize,
  dstPitch: usize,
  count: usize,
  k: usize,
  shift: usize,
  divisors: usize,
  step: usize,
  inverse: bool,
): bool {
  const bytes = count << 2;
  let strange = f32x4.splat(0);
  for (let row: usize = 0; row < rows; row++) {
    let from = src;
    let to = dst;
    let divisor = divisors;
    const end = dst + bytes;
    for (; to + 64 <= end; to += 64) {
      let a = v128.load(from, 0);
      let b = v128.load(from, 16);
      let c = v128.load(from, 32);
      let d = v128.load(from, 48);
      strange = watchAll<Op>(strange, a, b, c, d);
      let cell = from;
      for (let j: usize = 1; j < k; j++) {
        cell += shift;
        a = combine<Op>(a, v128.load(cell, 0));
        b = combine<Op>(b, v128.load(cell, 16));
        c = combine<Op>(c, v128.load(cell, 32));
        d = combine<Op>(d, v128.load(cell, 48));
      }
      a = settle<Op>(a, divisor, inverse);
      b = settle<Op>(b, divisor + step, inverse);
      c = settle<Op>(c, divisor + 2 * step, inverse);
      d = settle<Op>(d, divisor + 3 * step, inverse);
      strange = notice<Op>(notice<Op>(notice<Op>(notice<Op>(strange, a), b), c), d);
      v128.store(to, a, 0);
      v128.store(to, b, 16);
      v128.store(to, c, 32);
      v128.store(to, d, 48);
      from += 64;
      divisor += 4 * step;
    }
    for (; to + 16 <= end; to += 16) {
      strange = watch<Op>(strange, v128.load(from));
      const a = settle<Op>(window<Op>(from, k, shift), divisor, inverse);
      strange = notice<Op>(strange, a);
      v128.store(to, a);
      from += 16;
      divisor += step;
    }
    if (to < end && bytes >= 16) {
      // The last vector overlaps the one before it.
      const back = to + 16 - end;
      strange = watch<Op>(strange, v128.load(from - back));
      const a = settle<Op>(window<Op>(from - back, k, shift), divisor - (step ? back : 0), inverse);
      strange = notice<Op>(strange, a);
      v128.store(end - 16, a);
    } else {
      for (; to < end; to += 4) {
        strange = watch<Op>(strange, v128.load_splat<f32>(from));
        const a = settle<Op>(window<Op>(from, k, shift), divisor, inverse);
        strange = notice<Op>(strange, v128.shuffle<f32>(a, a, 0, 0, 0, 0));
        v128.store_lane<f32>(to, a, 0);
        from += 4;
        divisor += step >> 2;
      }
    }
    src += srcPitch;
    dst += dstPitch;
  }
  return isStrange(strange);
}

function window<Op>(from: usize, k: usize, shift: usize): v128 {
  let total = v128.load(from);
  for (let j: usize = 1; j < k; j++) {
    from += shift;
    total = combine<Op>(total, v128.load(from));
  }
  return total;
}
