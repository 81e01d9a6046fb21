import { longest, longSum } from './long-sum.ts';
import { combine, isMax, isStrange, notice, settle } from './operation.ts';

/** `rows` for cells of one to three floats: each is read as a vector, of which the rest is not written. */
export function cellsBy<Op>(
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
  for (let window = from; window < to; window++) {
    const entry = table + (window << 3);
    const count = load<usize>(entry, 4);
    let cells = src + load<usize>(entry) * width;
    let output = dst + window * width;
    const divisor = step ? divisors + window * width : divisors;
    for (let block: usize = 0; block < outer; block++) {
      const a = settle<Op>(reduceCells<Op>(cells, width, count), divisor, inverse);
      strange = notice<Op>(strange, onlyCell(a, width));
      storeCell(output, a, width);
      cells += srcPitch;
      output += dstPitch;
    }
  }
  return isStrange(strange);
}

function reduceCells<Op>(cell: usize, width: usize, count: usize): v128 {
  if (!isMax<Op>() && count > longest) return longSum(cell, width, count);
  let total = v128.load(cell);
  for (let j: usize = 1; j < count; j++) {
    cell += width;
    total = combine<Op>(total, v128.load(cell));
  }
  return total;
}

/** The floats of a cell, some of them again in the place of what lies behind it. */
function onlyCell(value: v128, width: usize): v128 {
  if (width === 4) return v128.shuffle<f32>(value, value, 0, 0, 0, 0);
  if (width === 8) return v128.shuffle<f32>(value, value, 0, 1, 0, 1);
  return v128.shuffle<f32>(value, value, 0, 1, 2, 2);
}

function storeCell(dst: usize, value: v128, width: usize): void {
  if (width === 4) v128.store_lane<f32>(dst, value, 0);
  else {
    v128.store_lane<f64>(dst, value, 0);
    if (width === 12) v128.store_lane<f32>(dst, value, 2, 8);
  }
}
