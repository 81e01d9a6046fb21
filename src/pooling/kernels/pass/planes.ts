import type { SlidingAxis } from '../../shape/window-count.ts';
import { type PooledAxis, unclipped } from '../axis.ts';
import { type Pass, watchedMax } from './pass.ts';

/** Two axes that are pooled at once: `rows` along the outer one, of cells that are single floats. */
export interface Planes {
  readonly rows: PooledAxis & { readonly sliding: SlidingAxis };
  readonly cells: PooledAxis & { readonly sliding: SlidingAxis };
}

/** Fewer windows in a row are pooled faster one axis after the other. */
const fewest = 12;

/** Two axes that their kernel takes: windows of up to three rows by two or three cells, at stride 2 along the row. */
export function planesOf(rows: PooledAxis, cells: PooledAxis): Planes | null {
  const { sliding } = cells;
  if (sliding === null || sliding.stride !== 2 || sliding.kernel < 2 || sliding.kernel > 3) return null;
  if (rows.sliding === null || rows.sliding.kernel > 3 || cells.output < fewest) return null;
  return { rows: { ...rows, sliding: rows.sliding }, cells: { ...cells, sliding } };
}

/**
 * Pools two axes in one pass; its band is one of rows. A maximum returns 1 as well if it may have missed which of 0 and
 * -0 comes first.
 */
export function planesPass(operation: number, { rows, cells }: Planes): Pass {
  const [firstWhole, lastWhole] = unclipped(rows.sliding);
  const rowBytes = 4 * cells.input;
  const outputBytes = 4 * cells.output;
  return (machine, src, dst, outer, { from, to, cell, cells: held }, { address, step, inverse }) => {
    let flags = 0;
    for (let block = 0; block < outer; block++) {
      const blockSrc = src + (block * held - cell) * rowBytes;
      const blockDst = dst + (block * (to - from) - from) * outputBytes;
      for (let first = from; first < to; ) {
        const { first: row, count: depth } = rows.window(first);
        const last = first >= firstWhole && first < lastWhole ? Math.min(lastWhole, to) : first + 1;
        flags |= machine.planes(
          operation,
          blockSrc + row * rowBytes,
          blockDst + first * outputBytes,
          last - first,
          rows.sliding.stride * rowBytes,
          cells.input,
          cells.output,
          cells.sliding.kernel,
          cells.sliding.begin,
          depth,
          rowBytes,
          address + (step === 0 ? 0 : (first - from) * outputBytes),
          step,
          inverse,
        );
        first = last;
      }
    }
    if (operation !== watchedMax || flags < 2) return flags & 1;
    return (flags & 1) | machine.hasNegativeZero(src, outer * held * cells.input);
  };
}
