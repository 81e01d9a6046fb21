import { at } from '../element.ts';
import type { PoolOperation } from '../operation.ts';
import { type PooledAxis, unclipped } from './axis.ts';
import type { Layout } from './layout.ts';
import type { Machine } from './machine.ts';
import type { Division } from './pass/pass.ts';

/** What the windows of an average divide by: `fixed` times a number for the window of each axis. */
interface Divisors {
  readonly fixed: number;
  readonly of: (axis: PooledAxis, index: number) => number;
}

/** Writes the divisors of windows `from` to `to` of the outermost axis; `begin` comes first in every run. */
export interface Divider {
  readonly begin: (machine: Machine) => void;
  readonly divide: (machine: Machine, from: number, to: number) => Division;
}

/** The divider for an average over some axes, outermost first, with cells of `inner` floats and so many windows at once. */
export function newDivider(
  operation: PoolOperation,
  axes: readonly PooledAxis[],
  inner: number,
  windows: number,
  layout: Layout,
): Divider {
  const divisors = divisorsOf(operation);
  const shared = axes.map((axis) => sharedDivisor(divisors, axis));
  const known = shared.filter((divisor) => divisor !== null);
  if (known.length === shared.length) {
    return uniform(
      known.reduce((product, divisor) => product * divisor, divisors.fixed),
      layout,
    );
  }
  const within = axes
    .slice(1)
    .reduce<readonly number[]>(
      (all, axis) =>
        all.flatMap((divisor) => eachWindow(axis, (index) => divisor * divisors.of(axis, index))),
      [divisors.fixed],
    );
  const cell = Float32Array.from({ length: within.length * inner }, (_, index) =>
    at(within, Math.floor(index / inner)),
  );
  return varied(at(axes, 0), divisors, cell, windows, layout);
}

function uniform(divisor: number, layout: Layout): Divider {
  const address = layout.take(16);
  const inverse = isPower(divisor);
  const division: Division = { address, step: 0, inverse: inverse ? 1 : 0 };
  return {
    begin: ({ floats }) => floats.fill(inverse ? 1 / divisor : divisor, address / 4, address / 4 + 4),
    divide: () => division,
  };
}

/** Divisors in the form of the output: those of one cell times that of each window of the outermost axis. */
function varied(
  axis: PooledAxis,
  divisors: Divisors,
  cell: Float32Array,
  windows: number,
  layout: Layout,
): Divider {
  const cells = layout.take(4 * cell.length);
  const address = layout.take(4 * cell.length * windows);
  const division: Division = { address, step: 16, inverse: 0 };
  const written = new Float64Array(windows);
  return {
    begin: ({ floats }) => {
      floats.set(cell, cells / 4);
      written.fill(0);
    },
    divide: ({ spread }, from, to) => {
      for (let index = from; index < to; index++) {
        const divisor = divisors.of(axis, index);
        if (written[index - from] === divisor) continue;
        written[index - from] = divisor;
        spread(cells, address + 4 * (index - from) * cell.length, cell.length, divisor);
      }
      return division;
    },
  };
}

/** What the average of a map divides by whose only window covers it whole. */
export function wholeDivisor(operation: PoolOperation, axes: readonly PooledAxis[]): number {
  const divisors = divisorsOf(operation);
  return axes.reduce((product, axis) => product * divisors.of(axis, 0), divisors.fixed);
}

function eachWindow<T>({ output }: PooledAxis, of: (index: number) => T): readonly T[] {
  return Array.from({ length: output }, (_, index) => of(index));
}

function divisorsOf({ window }: PoolOperation): Divisors {
  if (window.kind !== 'local' || window.divisor.kind === 'real') {
    return { fixed: 1, of: (axis, index) => axis.window(index).count };
  }
  return window.divisor.kind === 'padded'
    ? { fixed: 1, of: (axis, index) => axis.window(index).counted }
    : { fixed: window.divisor.value, of: () => 1 };
}

/** The divisor that all windows of an axis share, or null. */
function sharedDivisor({ of }: Divisors, axis: PooledAxis): number | null {
  const { sliding, output, input } = axis;
  const divisor = of(axis, 0);
  if (sliding === null && input % output === 0) return divisor;
  const [first, last] = sliding === null ? [0, 0] : unclipped(sliding);
  for (let index = 0; index < output; index++) {
    if (of(axis, index) !== divisor) return null;
    if (index === first) index = Math.max(last - 1, index);
  }
  return divisor;
}

/** Whether dividing by a number and multiplying by its inverse are the same: for powers of two. */
function isPower(divisor: number): boolean {
  const exponent = Math.log2(divisor);
  return Number.isInteger(exponent) && Math.abs(exponent) < 100;
}
