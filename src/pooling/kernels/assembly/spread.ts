/** Writes `count` floats multiplied by a factor. */
export function spread(src: usize, dst: usize, count: usize, factor: f32): void {
  const end = src + (count << 2);
  const factors = f32x4.splat(factor);
  for (; src + 16 <= end; src += 16, dst += 16) v128.store(dst, f32x4.mul(v128.load(src), factors));
  for (; src < end; src += 4, dst += 4) store<f32>(dst, load<f32>(src) * factor);
}
