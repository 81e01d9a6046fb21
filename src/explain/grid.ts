import type { Shape } from '../pooling/index.ts';
import type { Block } from '../reply/index.ts';
import { formatNumber } from './format.ts';

/** More cells than this are not shown as a table of numbers. */
export const mostGridCells = 64;

/** Numbers as an aligned table without a head: one row a line of the map; a 1D array, and a lone channel, is one row. */
export function gridBlock(caption: string, shape: Shape, values: ArrayLike<number>): Block {
  const columns = lineLength(shape);
  const cells = Array.from(values, formatNumber);
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns),
  );
  return {
    kind: 'table',
    caption,
    table: {
      header: Array.from({ length: columns }, () => ''),
      rows,
      align: Array.from({ length: columns }, () => 'right'),
    },
  };
}

/** The last axis; behind two others the last that is longer than one, so that a lone channel makes no columns. */
function lineLength(shape: Shape): number {
  const last = shape.length > 2 ? shape.findLast((size) => size !== 1) : shape.at(-1);
  return Math.max(1, last ?? 1);
}
