import { at } from '../element.ts';
import type { PoolOperation } from '../operation.ts';
import { binEnd, binStart } from '../shape/adaptive-bins.ts';
import { slidingAxis, slidingCount } from '../shape/sliding-axis.ts';
import type { SlidingAxis } from '../shape/window-count.ts';
import { slidingWindow } from '../window/sliding-windows.ts';

/** One window along an axis: its real cells, and how many cells it has counting padding. */
export interface AxisWindow {
  readonly first: number;
  readonly count: number;
  readonly counted: number;
}

/** One axis with its windows, worked out on demand: a long axis may have more than anyone wants to keep. */
export interface PooledAxis {
  readonly input: number;
  readonly output: number;
  /** Set when all windows are alike but for being clipped. */
  readonly sliding: SlidingAxis | null;
  readonly window: (index: number) => AxisWindow;
}

/** Spatial axis number `axis` of an operation over `input` cells, or null if the kernels do not pool it. */
export function pooledAxis(operation: PoolOperation, axis: number, input: number): PooledAxis | null {
  const { window } = operation;
  switch (window.kind) {
    case 'local': {
      const sliding = slidingAxis(window, axis, input);
      const { output } = slidingCount(window, sliding);
      return fits(sliding, output)
        ? { input, output, sliding, window: (index) => slidingWindow(sliding, index) }
        : null;
    }
    case 'global':
      return { input, output: 1, sliding: null, window: () => whole(0, input) };
    case 'adaptive': {
      const output = at(window.outputSize, axis) ?? input;
      const bin = (index: number) => {
        const start = binStart(index, input, output);
        return whole(start, binEnd(index, input, output) - start);
      };
      return { input, output, sliding: null, window: bin };
    }
    case 'fractional':
      return null;
  }
}

function whole(first: number, count: number): AxisWindow {
  return { first, count, counted: count };
}

/** No gaps between the cells of a window, and no window of nothing but padding. */
function fits(sliding: SlidingAxis, output: number): boolean {
  const { input, kernel, stride, begin } = sliding;
  return (sliding.dilation === 1 || kernel === 1) && begin < kernel && (output - 1) * stride - begin < input;
}

/** Every cell is a window of its own: nothing happens along this axis. */
export function isIdle(axis: PooledAxis): boolean {
  if (axis.input !== axis.output) return false;
  const { first, count, counted } = axis.window(0);
  return first === 0 && count === 1 && counted === 1 && (axis.sliding === null || axis.sliding.stride === 1);
}

/** Where the windows that are not clipped begin and end, among those of a sliding axis. */
export function unclipped({ input, kernel, stride, begin }: SlidingAxis): readonly [number, number] {
  return [Math.ceil(begin / stride), Math.floor((input + begin - kernel) / stride) + 1];
}
