import type { SlidingAxis } from '../../shape/window-count.ts';
import type { PooledAxis } from '../axis.ts';
import type { Layout } from '../layout.ts';
import { withEdges } from './edges.ts';
import type { Pass } from './pass.ts';

/** Small windows at stride 1. */
export function slidePass(
  operation: number,
  axis: PooledAxis,
  sliding: SlidingAxis,
  width: number,
  layout: Layout,
): Pass {
  const { kernel } = sliding;
  return withEdges(
    operation,
    axis,
    sliding,
    width,
    layout,
    (machine, operation, src, dst, rows, srcPitch, dstPitch, count, division) =>
      machine.slide(
        operation,
        src,
        dst,
        rows,
        srcPitch,
        dstPitch,
        count * width,
        kernel,
        4 * width,
        division.address,
        division.step,
        division.inverse,
      ),
  );
}
