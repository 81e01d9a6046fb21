import { arrow } from '../layout/arrow.ts';
import { label } from '../layout/label.ts';
import type { Piece, Rect } from '../layout/piece.ts';
import { column, row } from '../layout/stack.ts';
import { sizes } from '../map/cells.ts';
import { outlined } from '../map/outline.ts';
import { scaledMap } from '../map/scaled.ts';
import { cellSize } from '../map/size.ts';
import { reach } from '../map/sweep.ts';
import { LIT, MUTED } from '../paint/palette.ts';
import { sizeText } from '../text/list.ts';
import type { ComparisonInput } from './input.ts';
import { globalCell } from './maps.ts';
import type { Windows } from './windows.ts';

const INPUT = 150;
const OUTPUT = { width: 100, height: 110 };

/** Maps of too many cells to read: surfaces to scale with the first window and its cell lit, and the global number. */
export function largeMaps(comparison: ComparisonInput, windows: Windows): Piece {
  const { input, local, global } = comparison;
  const whole = sizes(input.shape);
  const made = sizes(local.output.shape);
  const map = scaledMap(whole.rows, whole.columns, { width: INPUT, height: INPUT });
  const output = scaledMap(made.rows, made.columns, OUTPUT);
  const window = map.area(
    { from: 0, to: reach(windows.rows, 0).to },
    { from: 0, to: reach(windows.columns, 0).to },
  );
  const cell = output.area({ from: 0, to: 1 }, { from: 0, to: 1 });
  const size = cellSize(
    { values: [global.value], columns: 1 },
    { width: 90, tallest: 40, least: 36, digits: 3 },
  );
  const lit = (rect: Rect) => ({ rect, style: 'lit', fill: LIT }) as const;
  return row(
    [
      under(outlined(output, [lit(cell)]), sizeText(local.output.shape)),
      arrow(-40, 'local'),
      under(
        outlined(map, [
          lit(window),
          { rect: { x: 0, y: 0, width: map.width, height: map.height }, style: 'whole', inset: -5 },
        ]),
        sizeText(input.shape),
      ),
      arrow(40, 'global'),
      under(size === null ? label('1 number', { size: 14 }) : globalCell(global.value, size), '1 number'),
    ],
    12,
  );
}

function under(map: Piece, caption: string): Piece {
  return column([map, label(caption, { size: 13, fill: MUTED })], 10, 'middle');
}
