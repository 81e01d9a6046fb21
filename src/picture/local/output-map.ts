import { sliceOf } from '../map/cells.ts';
import { type Grid, grid } from '../map/grid.ts';
import { positions } from '../map/view.ts';
import { CELL, LIT } from '../paint/palette.ts';
import { formatNumber } from '../text/number.ts';
import type { LocalInput } from './input.ts';
import type { Shown } from './layout.ts';
import type { Window } from './window.ts';

/** One slice of the output with the lit cell marked. */
export function outputGrid(local: LocalInput, window: Window, depth: number, shown: Shown): Grid {
  const slice = sliceOf(local.output, depth);
  const [z, y, x] = window.lit;
  const cells = positions(shown.rows).map((row) =>
    positions(shown.columns).map((column) => {
      const lit = z === depth && y === row && x === column;
      return {
        text: formatNumber(slice.at(row, column), shown.size.digits),
        fill: lit ? LIT : CELL,
        bold: lit,
      };
    }),
  );
  const { rows, columns } = shown;
  return grid(cells, shown.size, {
    above: rows.before,
    below: rows.after,
    left: columns.before,
    right: columns.after,
  });
}
