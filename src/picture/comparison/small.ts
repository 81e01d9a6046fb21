import { arrow } from '../layout/arrow.ts';
import { INNER_WIDTH } from '../layout/card.ts';
import { label } from '../layout/label.ts';
import type { Piece } from '../layout/piece.ts';
import { column, row } from '../layout/stack.ts';
import { type Cells, sizes } from '../map/cells.ts';
import { cellSize, cellSizes } from '../map/size.ts';
import { INK } from '../paint/palette.ts';
import type { ComparisonInput } from './input.ts';
import { globalCell, inputMap, outputMap } from './maps.ts';
import type { Windows } from './windows.ts';

const ARROW = 34;
const AIR = 12;
const MOST_ROWS = 7;
/** Between the two maps below a sequence, and what their names may take beyond them. */
const BESIDE = 40;
const NAMES = 60;
const MOST_COLUMNS = 14;

/** The maps with all their numbers; null where they would not be legible, or for a volume. */
export function smallMaps(comparison: ComparisonInput, windows: Windows): Piece | null {
  const shapes = [comparison.input.shape, comparison.local.output.shape].map(sizes);
  const large = shapes.some(
    ({ depth, rows, columns }) => depth > 1 || rows > MOST_ROWS || columns > MOST_COLUMNS,
  );
  if (large) return null;
  return comparison.input.shape.length === 1 ? stacked(comparison, windows) : threefold(comparison, windows);
}

/** Local map, input and global number from left to right. */
function threefold(comparison: ComparisonInput, windows: Windows): Piece | null {
  const { input, local, global } = comparison;
  const maps = [extents(local.output), extents(input), { values: [global.value], columns: 1 }];
  const tallest = sizes(input.shape).rows > 5 ? 34 : 40;
  const width = INNER_WIDTH - 2 * (ARROW + 2 * AIR);
  const [left, middle, right] = cellSizes(maps, { width, tallest, least: 30, digits: 3 }) ?? [];
  if (!left || !middle || !right) return null;
  return row(
    [
      outputMap(comparison, windows, left),
      arrow(-ARROW, 'local'),
      inputMap(comparison, windows, middle),
      arrow(ARROW, 'global'),
      globalCell(global.value, right),
    ],
    AIR,
  );
}

/** A sequence above, what the two layers keep of it below. */
function stacked(comparison: ComparisonInput, windows: Windows): Piece | null {
  const needs = { width: INNER_WIDTH - BESIDE - NAMES, tallest: 40, least: 30, digits: 3 };
  const size = cellSize(extents(comparison.input), needs);
  const below = [extents(comparison.local.output), { values: [comparison.global.value], columns: 1 }];
  const [left, right] = cellSizes(below, needs) ?? [];
  if (size === null || !left || !right) return null;
  const half = (name: string, map: Piece) =>
    column([label(`${name} ↓`, { size: 13, fill: INK }), map], 10, 'middle');
  return column(
    [
      inputMap(comparison, windows, size),
      row(
        [
          half('local', outputMap(comparison, windows, left)),
          half('global', globalCell(comparison.global.value, right)),
        ],
        BESIDE,
      ),
    ],
    16,
    'middle',
  );
}

function extents(cells: Cells): { values: number[]; columns: number } {
  return { values: Array.from(cells.data), columns: sizes(cells.shape).columns };
}
