import { realCells, type Tensor, windowAt } from '../pooling/index.ts';
import { formatNumber } from './format.ts';
import type { Plane } from './plane.ts';

/** A window with more cells than this is not written out. */
const mostTerms = 16;

/** Integers cut off more than this of a mean; floats round off less. */
const leastCut = 1e-3;

/**
 * How one output cell of a bare map comes about: "(1 + 2 + 5 + 6) / 4 = 3.5". Null for a window that is too large to
 * write out, empty, or of a kind that has no short formula.
 */
export function windowFormula({ operation, input, output, mask }: Plane, cell: number): string | null {
  const window = windowAt(operation, input.shape, positionOf(cell, output.shape, operation.axes.rank));
  const real = realCells(window).filter(([step = 0]) => mask === undefined || mask[step] !== 0);
  const values = real.map((position) => valueAt(input, position));
  const terms = values.map(formatNumber);
  const result = output.data[cell] ?? Number.NaN;
  if (terms.length > mostTerms || terms.length === 0) return null;
  switch (operation.reduce.kind) {
    case 'max':
    case 'min':
      return `${operation.reduce.kind}(${terms.join(', ')}) = ${formatNumber(result)}`;
    case 'average': {
      const divisor = mask === undefined ? (window.divisor ?? terms.length) : terms.length;
      const mean = values.reduce((sum, value) => sum + value, 0) / divisor;
      const cut = Math.trunc(mean) === result && Math.abs(mean - result) > leastCut;
      const steps = cut ? `${formatNumber(mean)}, cut off to ${formatNumber(result)}` : formatNumber(result);
      const sum = terms.length === 1 ? terms.join('') : `(${terms.map(bracketed).join(' + ')})`;
      return `${sum} / ${formatNumber(divisor)} = ${steps}`;
    }
    case 'lp':
      return null;
  }
}

function valueAt({ shape, data }: Tensor, position: readonly number[]): number {
  return data[position.reduce((flat, index, axis) => flat * (shape[axis] ?? 1) + index, 0)] ?? Number.NaN;
}

/** Global pooling may have dropped its axes: then the one cell is at 0 on each. */
function positionOf(cell: number, shape: readonly number[], rank: number): readonly number[] {
  if (shape.length < rank) return Array.from({ length: rank }, () => 0);
  return shape.reduceRight<{ rest: number; position: readonly number[] }>(
    ({ rest, position }, size) => ({ rest: Math.floor(rest / size), position: [rest % size, ...position] }),
    { rest: cell, position: [] },
  ).position;
}

const bracketed = (term: string) => (term.startsWith('−') ? `(${term})` : term);
