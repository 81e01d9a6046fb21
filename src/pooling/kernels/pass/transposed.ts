import type { Layout } from '../layout.ts';
import { type Pass, undivided } from './pass.ts';

/** This many rows make cells of a cache line's width. */
export const rowsAtOnce = 16;

/**
 * A pass for cells of at least 16 floats over cells of `width` floats, fewer: sixteen rows are turned so that their
 * cells lie side by side, pooled and turned back. `most` is the largest number of cells, or of windows, in a row.
 */
export function transposedPass(pass: Pass, width: number, most: number, layout: Layout): Pass {
  const turned = layout.take((most * width + 4) * rowsAtOnce * 4);
  const pooled = layout.take((most * width + 4) * rowsAtOnce * 4);
  const pitch = rowsAtOnce * 4;
  return (machine, src, dst, outer, band) => {
    const { from, to, cells } = band;
    const srcPitch = cells * width * 4;
    const dstPitch = (to - from) * width * 4;
    for (let row = 0; row < outer; row += rowsAtOnce) {
      const rows = Math.min(rowsAtOnce, outer - row);
      machine.transpose(src + row * srcPitch, turned, rows, cells * width, srcPitch, pitch);
      pass(machine, turned, pooled, 1, band, undivided);
      machine.transpose(pooled, dst + row * dstPitch, (to - from) * width, rows, pitch, dstPitch);
    }
    return 0;
  };
}
