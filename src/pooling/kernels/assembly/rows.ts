import { cellsBy } from './cells.ts';
import { longest, longSum } from './long-sum.ts';
import {
  combine,
  identity,
  isMax,
  isStrange,
  Max,
  Mean,
  max,
  notice,
  Sum,
  settle,
  sum,
} from './operation.ts';

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
  if (width < 16) {
    return cellsBy<Op>(src, dst, outer, srcPitch, dstPitch, width, table, from, to, divisors, step, inverse);
  }
  let strange = f32x4.splat(0);
  for (let block: usize = 0; block < outer; block++) {
    for (let window = from; window < to; window++) {
      const entry = table + (window << 3);
      const count = load<usize>(entry, 4);
      let cells = src + load<usize>(entry) * width;
      let output = dst + window * width;
      let divisor = step ? divisors + window * width : divisors;
      const end = output + width;
      if (isMax<Op>() || count <= longest) {
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
      if (output < end) {
        // The last vector overlaps the one before it.
        const back = output + 16 - end;
        const a = settle<Op>(reduce<Op>(cells - back, width, count), divisor - (step ? back : 0), inverse);
        strange = notice<Op>(strange, a);
        v128.store(end - 16, a);
      }
    }
    src += srcPitch;
    dst += dstPitch;
  }
  return isStrange(strange);
}

function reduce<Op>(cell: usize, width: usize, count: usize): v128 {
  if (!isMax<Op>() && count > longest) return longSum(cell, width, count);
  let total = identity<Op>();
  for (let j: usize = 0; j < count; j++) {
    total = combine<Op>(total, v128.load(cell));
    cell += width;
  }
  return total;
}
