/**
 * Turns `count` bytes into floats. They may lie at the end of the room for the floats: the floats never catch up with
 * the bytes that are still to come.
 */
export function widen(src: usize, dst: usize, count: usize): void {
  const end = src + count;
  for (; src + 16 <= end; src += 16, dst += 64) {
    const bytes = v128.load(src);
    const low = i16x8.extend_low_i8x16_u(bytes);
    const high = i16x8.extend_high_i8x16_u(bytes);
    v128.store(dst, f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(low)));
    v128.store(dst, f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(low)), 16);
    v128.store(dst, f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(high)), 32);
    v128.store(dst, f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(high)), 48);
  }
  for (; src < end; src++, dst += 4) store<f32>(dst, <f32>load<u8>(src));
}
