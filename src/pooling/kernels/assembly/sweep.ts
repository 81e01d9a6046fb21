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
 * Windows of `k` cells at any stride, for large k (van Herk): the padded cells fall into blocks of k, and a window is
 * the end of one block, combined from behind, and the beginning of the next. Three steps a cell however large k is,
 * and no number enters a window that is not in it. Sums go in runs of `run` cells, to keep their rounding small.
 *
 * A cell is `width` bytes, at least 64; `begin` cells of padding stand before the `n` real ones. `scratch` has room
 * for 64 k bytes. Returns whether any mean is not finite.
 */
export function sweep(
  operation: u32,
  src: usize,
  dst: usize,
  outer: usize,
  srcPitch: usize,
  dstPitch: usize,
  width: usize,
  n: i32,
  begin: i32,
  outputs: i32,
  k: i32,
  stride: i32,
  run: i32,
  scratch: usize,
  divisors: usize,
  step: usize,
  inverse: bool,
): bool {
  if (operation === max)
    return sweepBy<Max>(
      src,
      dst,
      outer,
      srcPitch,
      dstPitch,
      width,
      n,
      begin,
      outputs,
      k,
      stride,
      run,
      scratch,
      divisors,
      step,
      inverse,
    );
  if (operation === sum)
    return sweepBy<Sum>(
      src,
      dst,
      outer,
      srcPitch,
      dstPitch,
      width,
      n,
      begin,
      outputs,
      k,
      stride,
      run,
      scratch,
      divisors,
      step,
      inverse,
    );
  return sweepBy<Mean>(
    src,
    dst,
    outer,
    srcPitch,
    dstPitch,
    width,
    n,
    begin,
    outputs,
    k,
    stride,
    run,
    scratch,
    divisors,
    step,
    inverse,
  );
}

function sweepBy<Op>(
  src: usize,
  dst: usize,
  outer: usize,
  srcPitch: usize,
  dstPitch: usize,
  width: usize,
  n: i32,
  begin: i32,
  outputs: i32,
  k: i32,
  stride: i32,
  run: i32,
  scratch: usize,
  divisors: usize,
  step: usize,
  inverse: bool,
): bool {
  let strange = f32x4.splat(0);
  for (let block: usize = 0; block < outer; block++) {
    for (let column: usize = 0; column < width; column += 64) {
      // The last strip overlaps the one before it.
      column = min(column, width - 64);
      let to = dst + column;
      let divisor = step ? divisors + column : divisors;
      let output = 0;
      for (let start = -begin; output < outputs; start += k) {
        endings<Op>(src + column, scratch, width, n, start, k, run);
        const first = output * stride - begin;
        const some = min((start + k - 1 - first) / stride + 1, outputs - output);
        const seen = starts<Op>(
          src + column,
          to,
          scratch,
          width,
          n,
          start + k,
          k,
          run,
          first - start,
          stride,
          some,
          divisor,
          step,
          inverse,
        );
        strange = v128.or(strange, seen);
        to += <usize>some * width;
        if (step) divisor += <usize>some * width;
        output += some;
      }
    }
    src += srcPitch;
    dst += dstPitch;
  }
  return isStrange(strange);
}

/** A sum is what earlier runs came to and the run under way; a maximum needs the latter alone. */
function joined<Op>(done: v128, total: v128): v128 {
  return isMax<Op>() ? total : combine<Op>(done, total);
}

/** For each cell of the block at `start`, what it and the cells behind it in the block come to. */
function endings<Op>(src: usize, scratch: usize, width: usize, n: i32, start: i32, k: i32, run: i32): void {
  let doneA = identity<Op>();
  let doneB = doneA;
  let doneC = doneA;
  let doneD = doneA;
  let a = doneA;
  let b = doneA;
  let c = doneA;
  let d = doneA;
  let left = run;
  let kept = scratch + ((<usize>k) << 6);
  let from = src + <usize>(start + k) * width;
  for (let cell = start + k - 1; cell >= start; cell--) {
    kept -= 64;
    from -= width;
    if (<u32>cell < <u32>n) {
      a = combine<Op>(v128.load(from), a);
      b = combine<Op>(v128.load(from, 16), b);
      c = combine<Op>(v128.load(from, 32), c);
      d = combine<Op>(v128.load(from, 48), d);
    }
    v128.store(kept, joined<Op>(doneA, a));
    v128.store(kept, joined<Op>(doneB, b), 16);
    v128.store(kept, joined<Op>(doneC, c), 32);
    v128.store(kept, joined<Op>(doneD, d), 48);
    if (!isMax<Op>() && --left === 0) {
      left = run;
      doneA = combine<Op>(doneA, a);
      doneB = combine<Op>(doneB, b);
      doneC = combine<Op>(doneC, c);
      doneD = combine<Op>(doneD, d);
      a = identity<Op>();
      b = a;
      c = a;
      d = a;
    }
  }
}

/** Joins the endings with the beginnings of the block at `start`, for `outputs` windows from ending `next` on. */
function starts<Op>(
  src: usize,
  dst: usize,
  scratch: usize,
  width: usize,
  n: i32,
  start: i32,
  _k: i32,
  run: i32,
  next: i32,
  stride: i32,
  outputs: i32,
  divisor: usize,
  step: usize,
  inverse: bool,
): v128 {
  let strange = f32x4.splat(0);
  let doneA = identity<Op>();
  let doneB = doneA;
  let doneC = doneA;
  let doneD = doneA;
  let a = doneA;
  let b = doneA;
  let c = doneA;
  let d = doneA;
  let left = run;
  let from = src + <usize>start * width;
  for (let j = 0; outputs > 0; j++) {
    if (j === next) {
      const kept = scratch + ((<usize>j) << 6);
      const outA = settle<Op>(combine<Op>(v128.load(kept), joined<Op>(doneA, a)), divisor, inverse);
      const outB = settle<Op>(
        combine<Op>(v128.load(kept, 16), joined<Op>(doneB, b)),
        divisor + step,
        inverse,
      );
      const outC = settle<Op>(
        combine<Op>(v128.load(kept, 32), joined<Op>(doneC, c)),
        divisor + 2 * step,
        inverse,
      );
      const outD = settle<Op>(
        combine<Op>(v128.load(kept, 48), joined<Op>(doneD, d)),
        divisor + 3 * step,
        inverse,
      );
      strange = notice<Op>(notice<Op>(notice<Op>(notice<Op>(strange, outA), outB), outC), outD);
      v128.store(dst, outA);
      v128.store(dst, outB, 16);
      v128.store(dst, outC, 32);
      v128.store(dst, outD, 48);
      dst += width;
      if (step) divisor += width;
      next += stride;
      outputs--;
    }
    if (<u32>(start + j) < <u32>n) {
      a = combine<Op>(a, v128.load(from));
      b = combine<Op>(b, v128.load(from, 16));
      c = combine<Op>(c, v128.load(from, 32));
      d = combine<Op>(d, v128.load(from, 48));
    }
    from += width;
    if (!isMax<Op>() && --left === 0) {
      left = run;
      doneA = combine<Op>(doneA, a);
      doneB = combine<Op>(doneB, b);
      doneC = combine<Op>(doneC, c);
      doneD = combine<Op>(doneD, d);
      a = identity<Op>();
      b = a;
      c = a;
      d = a;
    }
  }
  return strange;
}
