import type { PooledAxis } from '../axis.ts';
import type { Layout } from '../layout.ts';
import type { Machine } from '../machine.ts';
import type { Band, Division, Pass } from './pass.ts';

const entryBytes = 8;

/** Pools windows `first` to `last` of a band alone; the outputs of the others are left as they are. */
export type PartialPass = (
  machine: Machine,
  src: number,
  dst: number,
  outer: number,
  band: Band,
  division: Division,
  first: number,
  last: number,
) => number;

/** Any windows of cells of `width` floats from a table of their cells, up to `most` windows at a time. */
export function someRows(
  operation: number,
  axis: PooledAxis,
  width: number,
  most: number,
  layout: Layout,
): PartialPass {
  const table = layout.take(most * entryBytes);
  const bytes = 4 * width;
  return (machine, src, dst, outer, { from, to, cell, cells }, { address, step, inverse }, first, last) => {
    let entry = table / 4;
    for (let index = first; index < last; index++) {
      const window = axis.window(index);
      machine.integers[entry++] = window.first - cell;
      machine.integers[entry++] = window.count;
    }
    return machine.rows(
      operation,
      src,
      dst - from * bytes,
      outer,
      cells * bytes,
      (to - from) * bytes,
      bytes,
      table - first * entryBytes,
      first,
      last,
      step === 0 ? address : address - from * bytes,
      step,
      inverse,
    );
  };
}

/** All windows of a band from such a table. */
export function rowsPass(
  operation: number,
  axis: PooledAxis,
  width: number,
  most: number,
  layout: Layout,
): Pass {
  const rows = someRows(operation, axis, width, most, layout);
  return (machine, src, dst, outer, band, division) =>
    rows(machine, src, dst, outer, band, division, band.from, band.to);
}
