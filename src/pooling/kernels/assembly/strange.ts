/**
 * Numbers that the fast kernels do not treat as the reference does: the windows they touch are reduced again over
 * changed cells. All take `count` floats.
 */

/** Whether there may be NaN: adding up keeps it. Infinities of both signs raise a false alarm. */
export function hasNan(src: usize, count: usize): bool {
  const end = src + (count << 2);
  let a = f32x4.splat(0);
  let b = a;
  for (; src + 32 <= end; src += 32) {
    a = f32x4.add(a, v128.load(src));
    b = f32x4.add(b, v128.load(src, 16));
  }
  for (; src < end; src += 4) a = f32x4.add(a, v128.load_zero<f32>(src));
  a = f32x4.add(a, b);
  return v128.any_true(f32x4.ne(a, a));
}

/** Whether there is any -0, which is the least of all integers. */
export function hasNegativeZero(src: usize, count: usize): bool {
  let least = i32x4.splat(0);
  const end = src + (count << 2);
  for (; src + 16 <= end; src += 16) least = i32x4.min_s(least, v128.load(src));
  for (; src < end; src += 4) least = i32x4.min_s(least, v128.load_zero<f32>(src));
  return v128.any_true(i32x4.eq(least, i32x4.splat(i32.MIN_VALUE)));
}

/** Makes NaN lose every comparison; returns whether there was any. */
export function dropNan(src: usize, count: usize): bool {
  let found = false;
  for (const end = src + (count << 2); src < end; src += 4) {
    const value = load<f32>(src);
    if (F32.isNaN(value)) {
      store<f32>(src, -Infinity);
      found = true;
    }
  }
  return found;
}

/** Makes NaN 1 and everything else 0. */
export function markNan(src: usize, count: usize): void {
  for (const end = src + (count << 2); src < end; src += 4) {
    const value = load<f32>(src);
    store<f32>(src, F32.isNaN(value) ? 1 : 0);
  }
}

/** Multiplies by a power of two, so that no sum of finite numbers overflows. */
export function scale(src: usize, count: usize, factor: f32): void {
  for (const end = src + (count << 2); src < end; src += 4) store<f32>(src, load<f32>(src) * factor);
}
