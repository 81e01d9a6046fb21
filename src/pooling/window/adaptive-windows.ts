import { binEnd, binStart } from '../shape/adaptive-bins.ts';
import type { AxisWindows } from './axis-windows.ts';

/** The bins of an adaptive axis as windows. */
export function adaptiveWindows(input: number, output: number): AxisWindows {
  const first: number[] = [];
  const count: number[] = [];
  for (let index = 0; index < output; index++) {
    const start = binStart(index, input, output);
    first.push(start);
    count.push(binEnd(index, input, output) - start);
  }
  return { first, count, counted: count, step: 1 };
}
