import { combine, identity, Max, Mean, max, notice, Sum, settle, sum } from './operation.ts';

/** Longer sums are added up in double precision, this many cells at a time. */
const chain: usize = 8;

/**
 * Any windows of cells of `width` bytes. Windows `from` to `to` of `table` are reduced, each two integers: its first
 * cell and its number of cells. Each of the `outer` blocks has its own cells and outputs, `srcPitch` and `dstPitch`
 * bytes apart, and begins again with the first divisor. Returns whether any mean is not finite.
 */
export function rows(
  operation: u32,
  src: usize,
  dst: usize,
  outer: usize,
  srcPitch: usize,
  dstPitch: usize,
  width: usize,
  table: usize,
  from: usize,
  to: usize,
  divisors: usize,
  step: usize,
  inverse: bool,
): bool {
  if (operation === max)
    return rowsBy<Max>(src, dst, outer, srcPitch, dstPitch, width, table, from, to, divisors, step, inverse);
  if (operation === sum)
    return rowsBy<Sum>(src, dst, outer, srcPitch, dstPitch, width, table, from, to, divisors, step, inverse);
  return rowsBy<Mean>(src, dst, outer, srcPitch, dstPitch, width, table, from, to, divisors, step, inverse);
}

function rowsBy<Op>(
  src: usize,
  dst: usize,
  outer: usize,
  srcPitch: usize,
  dstPitch: usize,
  width: usize,
  table: usize,
  from: usize,
  to: usize,
  divisors: usize,
  step: usize,
  inverse: bool,
): bool {
  let strange = f32x4.splat(0);
  for (let block: usize = 0; block < outer; block++) {
    for (let window = from; window < to; window++) {
      const entry = table + (window << 3);
      const count = load<usize>(entry, 4);
      let cells = src + load<usize>(entry) * width;
      let output = dst + window * width;
      let divisor = step ? divisors + window * width : divisors;
      const end = output + width;
      if (idof<Op>() === idof<Max>() || count <= chain) {
        for (; output + 64 <= end; output += 64) {
          let a = identity<Op>();
          let b = a;
          let c = a;
          let d = a;
          let cell = cells;
          for (let j: usize = 0; j < count; j++) {
            a = combine<Op>(a, v128.load(cell, 0));
            b = combine<Op>(b, v128.load(cell, 16));
            c = combine<Op>(c, v128.load(cell, 32));
            d = combine<Op>(d, v128.load(cell, 48));
            cell += width;
          }
          a = settle<Op>(a, divisor, inverse);
          b = settle<Op>(b, divisor + step, inverse);
          c = settle<Op>(c, divisor + 2 * step, inverse);
          d = settle<Op>(d, divisor + 3 * step, inverse);
          strange = notice<Op>(notice<Op>(notice<Op>(notice<Op>(strange, a), b), c), d);
          v128.store(output, a, 0);
          v128.store(output, b, 16);
          v128.store(output, c, 32);
          v128.store(output, d, 48);
          cells += 64;
          divisor += 4 * step;
        }
      }
      for (; output + 16 <= end; output += 16) {
        const a = settle<Op>(reduce<Op>(cells, width, count), divisor, inverse);
        strange = notice<Op>(strange, a);
        v128.store(output, a);
        cells += 16;
        divisor += step;
      }
      if (output < end && width >= 16) {
        // The last vector overlaps the one before it.
        const back = output + 16 - end;
        const a = settle<Op>(reduce<Op>(cells - back, width, count), divisor - (step ? back : 0), inverse);
        strange = notice<Op>(strange, a);
        v128.store(end - 16, a);
      } else {
        for (; output < end; output += 4) {
          const a = settle<Op>(reduceOne<Op>(cells, width, count), divisor, inverse);
          strange = notice<Op>(strange, v128.shuffle<f32>(a, a, 0, 0, 0, 0));
          v128.store_lane<f32>(output, a, 0);
          cells += 4;
          divisor += step >> 2;
        }
      }
    }
    src += srcPitch;
    dst += dstPitch;
  }
  return v128.any_true(strange);
}

function reduceOne<Op>(cell: usize, width: usize, count: usize): v128 {
  if (idof<Op>() !== idof<Max>() && count > chain) return longSum(cell, width, count);
  let total = v128.load_zero<f32>(cell);
  for (let j: usize = 1; j < count; j++) {
    cell += width;
    total = combine<Op>(total, v128.load_zero<f32>(cell));
  }
  return total;
}

function reduce<Op>(cell: usize, width: usize, count: usize): v128 {
  if (idof<Op>() !== idof<Max>() && count > chain) return longSum(cell, width, count);
  let total = identity<Op>();
  for (let j: usize = 0; j < count; j++) {
    total = combine<Op>(total, v128.load(cell));
    cell += width;
  }
  return total;
}

function longSum(cell: usize, width: usize, count: usize): v128 {
  let low = f64x2.splat(0);
  let high = low;
  while (count > 0) {
    const some = min(count, chain);
    let total = v128.load(cell);
    for (let j: usize = 1; j < some; j++) {
      cell += width;
      total = f32x4.add(total, v128.load(cell));
    }
    cell += width;
    count -= some;
    low = f64x2.add(low, f64x2.promote_low_f32x4(total));
    high = f64x2.add(high, f64x2.promote_low_f32x4(v128.shuffle<f32>(total, total, 2, 3, 2, 3)));
  }
  return v128.shuffle<f32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5);
}
