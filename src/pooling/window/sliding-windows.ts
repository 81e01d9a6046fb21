import type { SlidingAxis } from '../shape/window-count.ts';
import type { AxisWindows } from './axis-windows.ts';

/** The windows of a local axis, clipped to its real cells. */
export function slidingWindows(axis: SlidingAxis, output: number): AxisWindows {
  const { input, kernel, stride, dilation, begin, end } = axis;
  const first: number[] = [];
  const count: number[] = [];
  const counted: number[] = [];
  for (let index = 0; index < output; index++) {
    const start = index * stride - begin;
    const skipped = start < 0 ? Math.ceil(-start / dilation) : 0;
    const real = reaching(start, input, kernel, dilation) - skipped;
    first.push(start + skipped * dilation);
    count.push(Math.max(real, 0));
    counted.push(reaching(start, input + end, kernel, dilation));
  }
  return { first, count, counted, step: dilation };
}

/** How many cells of a window at `start` lie before `limit`. */
function reaching(start: number, limit: number, kernel: number, dilation: number): number {
  return Math.max(Math.min(kernel, Math.ceil((limit - start) / dilation)), 0);
}
