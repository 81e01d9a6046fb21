import { type PoolOperation, realCells, type Tensor, windowAt } from '../pooling/index.ts';
import { formatNumber } from './format.ts';

/** A window with more cells than this is not written out. */
const mostTerms = 16;

/**
 * How one output cell of a bare map comes about: "(1 + 2 + 5 + 6) / 4 = 3.5". Null for a window that is too large to
 * write out, empty, or of a kind that has no short formula.
 */
export function windowFormula(
  operation: PoolOperation,
  input: Tensor,
  output: Tensor,
  cell: number,
): string | null {
  const window = windowAt(operation, input.shape, positionOf(cell, output.shape, operation.axes.rank));
  const terms = realCells(window).map((position) => formatNumber(valueAt(input, position)));
  const result = formatNumber(output.data[cell] ?? Number.NaN);
  if (terms.length > mostTerms || terms.length === 0) return null;
  switch (operation.reduce.kind) {
    case 'max':
    case 'min':
      return `${operation.reduce.kind}(${terms.join(', ')}) = ${result}`;
    case 'average':
      return `(${terms.map(bracketed).join(' + ')}) / ${formatNumber(window.divisor ?? terms.length)} = ${result}`;
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
