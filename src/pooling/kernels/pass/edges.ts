import type { SlidingAxis } from '../../shape/window-count.ts';
import { type PooledAxis, unclipped } from '../axis.ts';
import type { Layout } from '../layout.ts';
import type { Machine } from '../machine.ts';
import { type Division, max, type Pass, watchedMax } from './pass.ts';
import { someRows } from './rows.ts';

/** Pools `count` whole windows in each of `rows` rows, the first of them beginning at `src`. */
export type WholeWindows = (
  machine: Machine,
  operation: number,
  src: number,
  dst: number,
  rows: number,
  srcPitch: number,
  dstPitch: number,
  count: number,
  division: Division,
) => number;

/**
 * A pass of a kernel that knows nothing of padding: it pools the windows that are not clipped, a table does the rest.
 * Where stride times output is the input, rows follow each other without a seam and are pooled as one; what comes out
 * at the seams are clipped windows, which are put right afterwards. Only then can a kernel watch for NaN by itself.
 */
export function withEdges(
  operation: number,
  axis: PooledAxis,
  sliding: SlidingAxis,
  width: number,
  layout: Layout,
  pool: WholeWindows,
): Pass {
  const { input, output } = axis;
  const { kernel, stride, begin } = sliding;
  const [firstWhole, lastWhole] = unclipped(sliding);
  const plain = operation === watchedMax ? max : operation;
  const before = someRows(plain, axis, width, kernel + 2, layout);
  const behind = someRows(plain, axis, width, kernel + 2, layout);
  const bytes = 4 * width;
  return (machine, src, dst, outer, band, division) => {
    const { from, to, cell, cells } = band;
    const a = Math.min(Math.max(firstWhole, from), to);
    const b = Math.max(Math.min(lastWhole, to), a);
    const srcPitch = cells * bytes;
    const dstPitch = (to - from) * bytes;
    const isSeamless = input === output * stride && cells === input && to - from === output && b > a;
    let strange = 0;
    if (operation === watchedMax) {
      // What the kernel does not see: everything, or the cells that padding in front pushes out behind.
      const unseen = isSeamless ? begin : outer * cells;
      strange = machine.hasNan(src + (outer * cells - unseen) * bytes, unseen * width);
    }
    if (isSeamless) {
      const start = src - begin * bytes;
      if (operation === watchedMax) machine.floats.fill(0, start / 4, src / 4);
      strange |=
        division.step === 0
          ? pool(machine, operation, start, dst, 1, 0, 0, outer * output, division)
          : pool(machine, operation, start, dst, outer, srcPitch, dstPitch, output, division);
    } else if (b > a) {
      const start = src + (a * stride - begin - cell) * bytes;
      const skipped = (a - from) * bytes;
      const rest = division.step === 0 ? division : { ...division, address: division.address + skipped };
      strange |= pool(machine, plain, start, dst + skipped, outer, srcPitch, dstPitch, b - a, rest);
    }
    if (a > from) strange |= before(machine, src, dst, outer, band, division, from, a);
    if (b < to) strange |= behind(machine, src, dst, outer, band, division, b, to);
    return strange;
  };
}
