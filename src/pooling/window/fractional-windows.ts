import type { AxisWindows } from './axis-windows.ts';

/** Rounds to the precision in which the framework works out the windows. */
export type Precision = (value: number) => number;

export const single: Precision = Math.fround;
export const double: Precision = (value) => value;

/**
 * The windows of one fractional axis for one random sample u in [0, 1): alpha = (n-k)/(o-1), window i starts at
 * int((i+u) alpha) - int(u alpha), the last one at n-k (PyTorch FractionalMaxPooling.h, which works in the input's
 * own precision).
 */
export function fractionalWindows(
  input: number,
  output: number,
  kernel: number,
  sample: number,
  precision: Precision,
): AxisWindows {
  const u = precision(sample);
  const alpha = precision((input - kernel) / (output - 1));
  const origin = Math.trunc(precision(u * alpha));
  const first: number[] = [];
  for (let index = 0; index < output - 1; index++) {
    first.push(Math.trunc(precision(precision(index + u) * alpha)) - origin);
  }
  if (output > 0) first.push(input - kernel);
  const count = first.map(() => kernel);
  return { first, count, counted: count, step: 1 };
}
