/**
 * Turns `rows` rows of `columns` floats into `columns` rows of `rows` floats, four by four. Rows are `srcPitch` and
 * `dstPitch` bytes apart. Where `columns` is not a multiple of four, up to three rows more are read and written behind.
 */
export function transpose(
  src: usize,
  dst: usize,
  rows: usize,
  columns: usize,
  srcPitch: usize,
  dstPitch: usize,
): void {
  for (let column: usize = 0; column < columns; column += 4) {
    let from = src + (column << 2);
    let to = dst + column * dstPitch;
    let row: usize = 0;
    for (; row + 4 <= rows; row += 4) {
      block(from, to, srcPitch, dstPitch);
      from += 4 * srcPitch;
      to += 16;
    }
    for (; row < rows; row++) {
      const last = v128.load(from);
      v128.store_lane<f32>(to, last, 0);
      v128.store_lane<f32>(to + dstPitch, last, 1);
      v128.store_lane<f32>(to + 2 * dstPitch, last, 2);
      v128.store_lane<f32>(to + 3 * dstPitch, last, 3);
      from += srcPitch;
      to += 4;
    }
  }
}

function block(from: usize, to: usize, srcPitch: usize, dstPitch: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + srcPitch);
  const c = v128.load(from + 2 * srcPitch);
  const d = v128.load(from + 3 * srcPitch);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(to + dstPitch, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
  v128.store(to + 2 * dstPitch, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5));
  v128.store(to + 3 * dstPitch, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7));
}
