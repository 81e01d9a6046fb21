import { type Bracket, brackets, standingBrackets } from '../layout/bracket.ts';
import { INNER_WIDTH } from '../layout/card.ts';
import type { Piece } from '../layout/piece.ts';
import { column, row } from '../layout/stack.ts';
import { grid } from '../map/grid.ts';
import type { CellSize } from '../map/size.ts';
import { reach, readers, STILL, type Sweep } from '../map/sweep.ts';
import { positions, type View, viewOf } from '../map/view.ts';
import { groupAt } from '../paint/pattern.ts';
import { shaded } from './shade.ts';

const MOST_ROWS = 8;
const MOST_COLUMNS = 12;
const FEWEST = 4;
const SIZE: CellSize = { width: 34, height: 30, font: 15, digits: 4 };

/** The drawn cells with the number of windows over each, and the counts that occur. */
export interface Coverage {
  readonly piece: Piece;
  readonly counts: readonly number[];
}

/** As many columns as fit: every cell with the number of windows over it, the windows as brackets below and beside. */
export function coverageMap(rows: Sweep, columns: Sweep): Coverage {
  for (let most = MOST_COLUMNS; most > FEWEST; most -= 1) {
    const found = drawn(rows, columns, most);
    if (found.piece.width <= INNER_WIDTH) return found;
  }
  return drawn(rows, columns, FEWEST);
}

function drawn(rows: Sweep, columns: Sweep, most: number): Coverage {
  const [down, along] = [viewFromStart(rows, MOST_ROWS), viewFromStart(columns, most)];
  const counts = positions(down).map((r) =>
    positions(along).map((c) => readers(rows, r) * readers(columns, c)),
  );
  const more = { above: false, left: false, below: down.after, right: along.after };
  const map = grid(
    counts.map((line) => line.map(shaded)),
    SIZE,
    more,
  );
  const below = column([map, brackets(windows(columns, along, SIZE.width), along.to * SIZE.width)], 7);
  const beside = standingBrackets(windows(rows, down, SIZE.height), down.to * SIZE.height);
  return {
    piece: rows === STILL ? below : row([beside, below], 7, 'start'),
    counts: [...new Set(counts.flat())],
  };
}

function viewFromStart(sweep: Sweep, most: number): View {
  return viewOf({ from: 0, to: sweep.input }, { from: 0, to: 1 }, { whole: most, part: most - 1 });
}

/** The windows that end within the view, cut at the border of the input. */
function windows(sweep: Sweep, view: View, unit: number): Bracket[] {
  const starting = Math.floor((view.to - 1 + sweep.begin) / sweep.stride) + 1;
  return positions({ from: 0, to: Math.min(sweep.output, starting) })
    .map((index) => ({ index, ...reach(sweep, index) }))
    .filter(({ to }) => to > 0 && (to <= view.to || !view.after))
    .map(({ index, from, to }) => ({
      start: Math.max(0, from) * unit,
      end: Math.min(view.to, to) * unit,
      text: ordinal(index + 1),
      stroke: groupAt(0, index % 2).edge,
    }));
}

/** 1st, 2nd, 3rd, 11th. */
function ordinal(number: number): string {
  const teen = number % 100 > 10 && number % 100 < 14;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
