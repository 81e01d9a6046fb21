/** Sums of more cells than this are added up in double precision, so many cells at a time. */
export const longest: usize = 8;

/** The sums of four floats each of `count` cells, `width` bytes apart. */
export function longSum(cell: usize, width: usize, count: usize): v128 {
  let low = f64x2.splat(0);
  let high = low;
  while (count > 0) {
    const some = min(count, longest);
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
