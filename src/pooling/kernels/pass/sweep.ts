import type { SlidingAxis } from '../../shape/window-count.ts';
import type { Layout } from '../layout.ts';
import type { Pass } from './pass.ts';

/** Large overlapping windows of cells of `width` floats, at least 16. */
export function sweepPass(
  operation: number,
  { kernel, stride, begin }: SlidingAxis,
  width: number,
  layout: Layout,
): Pass {
  const scratch = layout.take(64 * kernel);
  const run = Math.ceil(Math.sqrt(kernel));
  const bytes = 4 * width;
  return (machine, src, dst, outer, { from, to, cell, cells }, { address, step, inverse }) =>
    machine.sweep(
      operation,
      src,
      dst,
      outer,
      cells * bytes,
      (to - from) * bytes,
      bytes,
      cells,
      begin + cell - from * stride,
      to - from,
      kernel,
      stride,
      run,
      scratch,
      address,
      step,
      inverse,
    );
}
