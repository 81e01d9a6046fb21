import { isStrange } from './operation.ts';

/** Sums of single precision go into double precision after this many steps. */
const chain: usize = 8;

function promoteLow(sums: v128): v128 {
  return f64x2.promote_low_f32x4(sums);
}

function promoteHigh(sums: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(sums, sums, 2, 3, 2, 3));
}

/** Adds each row of `n` floats to its own double at `totals`. */
export function sumRows(src: usize, totals: usize, rows: usize, n: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    const end = src + (n << 2);
    let low = f64x2.splat(0);
    let high = low;
    for (; src + 128 * chain <= end; src += 128 * chain) {
      const stop = src + 128 * chain;
      let a = v128.load(src);
      let b = v128.load(src, 16);
      let c = v128.load(src, 32);
      let d = v128.load(src, 48);
      let e = v128.load(src, 64);
      let f = v128.load(src, 80);
      let g = v128.load(src, 96);
      let h = v128.load(src, 112);
      for (let cells = src + 128; cells < stop; cells += 128) {
        a = f32x4.add(a, v128.load(cells));
        b = f32x4.add(b, v128.load(cells, 16));
        c = f32x4.add(c, v128.load(cells, 32));
        d = f32x4.add(d, v128.load(cells, 48));
        e = f32x4.add(e, v128.load(cells, 64));
        f = f32x4.add(f, v128.load(cells, 80));
        g = f32x4.add(g, v128.load(cells, 96));
        h = f32x4.add(h, v128.load(cells, 112));
      }
      a = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
      e = f32x4.add(f32x4.add(e, f), f32x4.add(g, h));
      low = f64x2.add(low, promoteLow(a));
      high = f64x2.add(high, promoteHigh(a));
      low = f64x2.add(low, promoteLow(e));
      high = f64x2.add(high, promoteHigh(e));
    }
    while (src + 64 <= end) {
      const stop = min(src + 64 * chain, end - 63);
      let a = v128.load(src);
      let b = v128.load(src, 16);
      let c = v128.load(src, 32);
      let d = v128.load(src, 48);
      for (src += 64; src < stop; src += 64) {
        a = f32x4.add(a, v128.load(src));
        b = f32x4.add(b, v128.load(src, 16));
        c = f32x4.add(c, v128.load(src, 32));
        d = f32x4.add(d, v128.load(src, 48));
      }
      a = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
      low = f64x2.add(low, promoteLow(a));
      high = f64x2.add(high, promoteHigh(a));
    }
    low = f64x2.add(low, high);
    let total = f64x2.extract_lane(low, 0) + f64x2.extract_lane(low, 1);
    for (; src < end; src += 4) total += load<f32>(src);
    store<f64>(totals, load<f64>(totals) + total);
    totals += 8;
  }
}

/** Adds `n` cells of `width` floats to as many doubles at `totals`, for each of `outer` blocks. */
export function sumCells(src: usize, totals: usize, outer: usize, n: usize, width: usize): void {
  const bytes = width << 2;
  for (let block: usize = 0; block < outer; block++) {
    let column: usize = 0;
    for (; column + 64 <= bytes; column += 64) {
      let cell = src + column;
      for (let left = n; left > 0; ) {
        const some = min(left, chain);
        let a = v128.load(cell);
        let b = v128.load(cell, 16);
        let c = v128.load(cell, 32);
        let d = v128.load(cell, 48);
        for (let j: usize = 1; j < some; j++) {
          cell += bytes;
          a = f32x4.add(a, v128.load(cell));
          b = f32x4.add(b, v128.load(cell, 16));
          c = f32x4.add(c, v128.load(cell, 32));
          d = f32x4.add(d, v128.load(cell, 48));
        }
        cell += bytes;
        left -= some;
        addTo(totals + 2 * column, a);
        addTo(totals + 2 * column + 32, b);
        addTo(totals + 2 * column + 64, c);
        addTo(totals + 2 * column + 96, d);
      }
    }
    for (; column < bytes; column += 4) {
      let cell = src + column;
      let total = load<f64>(totals + 2 * column);
      for (let j: usize = 0; j < n; j++) {
        total += load<f32>(cell);
        cell += bytes;
      }
      store<f64>(totals + 2 * column, total);
    }
    src += n * bytes;
    totals += 2 * bytes;
  }
}

function addTo(totals: usize, sums: v128): void {
  const high = v128.shuffle<f32>(sums, sums, 2, 3, 2, 3);
  v128.store(totals, f64x2.add(v128.load(totals), f64x2.promote_low_f32x4(sums)));
  v128.store(totals, f64x2.add(v128.load(totals, 16), f64x2.promote_low_f32x4(high)), 16);
}

/** Divides `count` sums at `totals` and writes them at `dst`, each rounded once. Returns whether any mean is not finite. */
export function means(totals: usize, dst: usize, count: usize, divisor: f64): bool {
  const divisors = f64x2.splat(divisor);
  let strange = f32x4.splat(0);
  const end = dst + (count << 2);
  for (; dst + 16 <= end; dst += 16, totals += 32) {
    const low = f32x4.demote_f64x2_zero(f64x2.div(v128.load(totals), divisors));
    const high = f32x4.demote_f64x2_zero(f64x2.div(v128.load(totals, 16), divisors));
    const mean = v128.shuffle<f32>(low, high, 0, 1, 4, 5);
    strange = v128.or(strange, f32x4.sub(mean, mean));
    v128.store(dst, mean);
  }
  for (; dst < end; dst += 4, totals += 8) {
    const mean = f32(load<f64>(totals) / divisor);
    strange = v128.or(strange, f32x4.splat(mean - mean));
    store<f32>(dst, mean);
  }
  return isStrange(strange);
}

/**
 * Raises the maximum of each row of `n` floats, kept with a doubt in eight bytes at `peaks`. The doubt is not zero
 * where the row holds -0 or may hold NaN: lanes do not know which of two zeros came first.
 */
export function peakRows(src: usize, peaks: usize, rows: usize, n: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    const end = src + (n << 2);
    let a = f32x4.splat(load<f32>(peaks));
    let b = a;
    let sum = f32x4.splat(0);
    let least = i32x4.splat(0);
    for (; src + 32 <= end; src += 32) {
      const first = v128.load(src);
      const second = v128.load(src, 16);
      a = f32x4.pmax(a, first);
      b = f32x4.pmax(b, second);
      sum = f32x4.add(sum, f32x4.add(first, second));
      least = i32x4.min_s(least, i32x4.min_s(first, second));
    }
    for (; src < end; src += 4) {
      const value = v128.load_splat<f32>(src);
      a = f32x4.pmax(a, value);
      sum = f32x4.add(sum, value);
      least = i32x4.min_s(least, value);
    }
    a = f32x4.pmax(a, b);
    a = f32x4.pmax(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
    a = f32x4.pmax(a, v128.shuffle<f32>(a, a, 1, 0, 3, 2));
    store<f32>(peaks, f32x4.extract_lane(a, 0));
    const negativeZero = v128.any_true(i32x4.eq(least, i32x4.splat(i32.MIN_VALUE)));
    if (negativeZero) store<u32>(peaks, load<u32>(peaks, 4) | 1, 4);
    if (v128.any_true(f32x4.ne(sum, sum))) store<u32>(peaks, load<u32>(peaks, 4) | 2, 4);
    peaks += 8;
  }
}

/** Raises `width` maxima at `peaks` by `n` cells of as many floats, in order, for each of `outer` blocks. */
export function peakCells(src: usize, peaks: usize, outer: usize, n: usize, width: usize): void {
  const bytes = width << 2;
  for (let block: usize = 0; block < outer; block++) {
    let column: usize = 0;
    for (; column + 16 <= bytes; column += 16) {
      let a = v128.load(peaks + column);
      let cell = src + column;
      for (let j: usize = 0; j < n; j++) {
        a = f32x4.pmax(a, v128.load(cell));
        cell += bytes;
      }
      v128.store(peaks + column, a);
    }
    for (; column < bytes; column += 4) {
      let a = v128.load_zero<f32>(peaks + column);
      let cell = src + column;
      for (let j: usize = 0; j < n; j++) {
        a = f32x4.pmax(a, v128.load_zero<f32>(cell));
        cell += bytes;
      }
      v128.store_lane<f32>(peaks + column, a, 0);
    }
    src += n * bytes;
    peaks += bytes;
  }
}
