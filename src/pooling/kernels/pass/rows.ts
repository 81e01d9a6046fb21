import { type PooledAxis, unclipped } from '../axis.ts';
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
  const writeTable = windowTable(axis, most, layout);
  const bytes = 4 * width;
  return (machine, src, dst, outer, { from, to, cell, cells }, { address, step, inverse }, first, last) =>
    machine.rows(
      operation,
      src,
      dst - from * bytes,
      outer,
      cells * bytes,
      (to - from) * bytes,
      bytes,
      writeTable(machine, first, last, cell) - first * entryBytes,
      first,
      last,
      step === 0 ? address : address - from * bytes,
      step,
      inverse,
    );
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

/** Writes windows `first` to `last`, their cells counted from `cell`, unless they are there already. */
function windowTable(axis: PooledAxis, most: number, layout: Layout) {
  const address = layout.take(most * entryBytes);
  const [firstWhole, lastWhole] = axis.sliding === null ? [0, 0] : unclipped(axis.sliding);
  let tenancy = -1;
  let count = 0;
  let start = 0;
  let begins = 0;
  return (machine: Machine, first: number, last: number, cell: number): number => {
    // Windows that are not clipped look the same wherever they are.
    const isWhole = first >= firstWhole && last <= lastWhole;
    const place = isWhole ? -1 : first;
    const offset = axis.window(first).first - cell;
    if (tenancy === machine.tenancy && count >= last - first && start === place && begins === offset) {
      return address;
    }
    let entry = address / 4;
    for (let index = first; index < last; index++) {
      const window = axis.window(index);
      machine.integers[entry++] = window.first - cell;
      machine.integers[entry++] = window.count;
    }
    tenancy = machine.tenancy;
    count = last - first;
    start = place;
    begins = offset;
    return address;
  };
}
