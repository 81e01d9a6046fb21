import type { SlidingAxis } from '../../shape/window-count.ts';
import type { PooledAxis } from '../axis.ts';
import type { Layout } from '../layout.ts';
import { withEdges } from './edges.ts';
import { type Pass, undivided } from './pass.ts';
import { someRows } from './rows.ts';
import { rowsAtOnce } from './transposed.ts';

/** Windows that slide and are never clipped. */
export type WholeAxis = PooledAxis & { readonly sliding: SlidingAxis };

/**
 * Long rows of cells of `width` floats, fewer than four: sixteen stretches of a row, which may overlap, are turned so
 * that their cells lie side by side, pooled as cells of sixteen times the width, and turned back. `most` is the largest
 * number of windows in all rows.
 */
export function segmentedPass(
  operation: number,
  axis: PooledAxis,
  sliding: SlidingAxis,
  width: number,
  most: number,
  layout: Layout,
  makePass: (stretch: WholeAxis) => Pass,
): Pass {
  const { stride } = sliding;
  const stretch = stretchOf(sliding, Math.floor(most / rowsAtOnce) + 1);
  const pass = makePass(stretch);
  const pitch = 4 * rowsAtOnce;
  const turned = layout.take((stretch.input * width + 4) * pitch);
  const pooled = layout.take((stretch.output * width + 4) * pitch);
  const rest = someRows(operation, stretchOf(sliding, rowsAtOnce), width, rowsAtOnce, layout);
  return withEdges(
    operation,
    axis,
    sliding,
    width,
    layout,
    (machine, _, src, dst, rows, srcPitch, dstPitch, count) => {
      const { input: cells, output: windows } = stretchOf(sliding, Math.floor(count / rowsAtOnce));
      const left = count - windows * rowsAtOnce;
      const outputBytes = 4 * windows * width;
      for (let row = 0; row < rows; row++) {
        const from = src + row * srcPitch;
        const to = dst + row * dstPitch;
        if (windows > 0) {
          machine.transpose(from, turned, rowsAtOnce, cells * width, outputBytes * stride, pitch);
          pass(machine, turned, pooled, 1, { from: 0, to: windows, cell: 0, cells }, undivided);
          machine.transpose(pooled, to, windows * width, rowsAtOnce, pitch, outputBytes);
        }
        const done = rowsAtOnce * outputBytes;
        const band = { from: 0, to: left, cell: 0, cells: 0 };
        if (left > 0) rest(machine, from + done * stride, to + done, 1, band, undivided, 0, left);
      }
      return 0;
    },
  );
}

function stretchOf(sliding: SlidingAxis, output: number): WholeAxis {
  const { kernel, stride } = sliding;
  const input = (output - 1) * stride + kernel;
  return {
    input,
    output,
    sliding: { ...sliding, input, begin: 0, end: 0 },
    window: (index) => ({ first: index * stride, count: kernel, counted: kernel }),
  };
}
