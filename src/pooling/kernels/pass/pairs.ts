import type { SlidingAxis } from '../../shape/window-count.ts';
import type { PooledAxis } from '../axis.ts';
import type { Layout } from '../layout.ts';
import { withEdges } from './edges.ts';
import type { Pass } from './pass.ts';

/**
 * Windows of single floats at an even stride: as long as kernel and stride are even, neighbours are joined first, which
 * halves both; what is left has stride 2. `most` is how many floats are pooled at a time.
 */
export function pairsPass(
  operation: number,
  axis: PooledAxis,
  sliding: SlidingAxis,
  most: number,
  layout: Layout,
): Pass {
  const halvings = halvingsOf(sliding);
  const scratch = Array.from({ length: halvings }, (_, level) =>
    layout.take((4 * most) / 2 ** (level + 1) + 64),
  );
  const last = sliding.kernel / 2 ** halvings;
  return withEdges(
    operation,
    axis,
    sliding,
    1,
    layout,
    (machine, operation, src, dst, rows, srcPitch, dstPitch, count) => {
      let from = src;
      let pitch = srcPitch;
      let cells = (count - 1) * sliding.stride + sliding.kernel;
      let strange = 0;
      for (const to of scratch) {
        cells = Math.floor(cells / 2);
        const toPitch = rows === 1 ? 0 : 4 * cells;
        strange |= machine.pairs(operation, from, to, rows, pitch, toPitch, cells, 2);
        from = to;
        pitch = toPitch;
      }
      return strange | machine.pairs(operation, from, dst, rows, pitch, dstPitch, count, last);
    },
  );
}

/** How often windows can be halved until their stride is 2. */
export function halvingsOf({ kernel, stride }: SlidingAxis): number {
  let halvings = 0;
  for (let k = kernel, s = stride; s > 2 && s % 2 === 0 && k % 2 === 0; k /= 2, s /= 2) halvings++;
  return halvings;
}
