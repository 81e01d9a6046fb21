import type { SlidingAxis } from '../shape/window-count.ts';
import type { AxisWindows } from './axis-windows.ts';

/** One window of a local axis. */
export interface SlidingWindow {
  /** Its first position, which may lie in the padding. */
  readonly start: number;
  /** Its first real cell, how many it has, and how many cells counting padding but none past it. */
  readonly first: number;
  readonly count: number;
  readonly counted: number;
}

/** Window number `index` of a local axis, clipped to the axis. */
export function slidingWindow(axis: SlidingAxis, index: number): SlidingWindow {
  const { input, kernel, stride, dilation, begin, end } = axis;
  const start = index * stride - begin;
  const skipped = start < 0 ? Math.ceil(-start / dilation) : 0;
  return {
    start,
    first: start + skipped * dilation,
    count: Math.max(reaching(start, input, kernel, dilation) - skipped, 0),
    counted: reaching(start, input + end, kernel, dilation),
  };
}

/** All windows of a local axis. */
export function slidingWindows(axis: SlidingAxis, output: number): AxisWindows {
  const first: number[] = [];
  const count: number[] = [];
  const counted: number[] = [];
  for (let index = 0; index < output; index++) {
    const window = slidingWindow(axis, index);
    first.push(window.first);
    count.push(window.count);
    counted.push(window.counted);
  }
  return { first, count, counted, step: axis.dilation };
}

/** How many cells of a window at `start` lie before `limit`. */
function reaching(start: number, limit: number, kernel: number, dilation: number): number {
  return Math.max(Math.min(kernel, Math.ceil((limit - start) / dilation)), 0);
}
