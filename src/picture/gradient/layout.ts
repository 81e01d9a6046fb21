import { type Cells, sizes, sliceOf } from '../map/cells.ts';
import { MORE } from '../map/grid.ts';
import { type CellSize, cellSize, cellSizes, type Extents } from '../map/size.ts';
import { reach, type Stretch } from '../map/sweep.ts';
import { isPart, length, positions, type Views, viewOf } from '../map/view.ts';
import type { GradientInput } from './input.ts';
import type { Followed } from './window.ts';

/** What is drawn of the input-sized maps and of the upstream map, and their cells' sizes. */
export interface GradientLayout {
  readonly large: Views;
  readonly small: Views;
  readonly input: CellSize;
  readonly upstream: CellSize;
  readonly gradient: CellSize;
}

const MOST_ROWS = 7;
const MOST_STEPS = 14;
const PART = 5;

/** As much around the followed window as stays legible, in `width` units; null for a window too large for that. */
export function layOutGradient(
  input: GradientInput,
  followed: Followed,
  width: number,
): GradientLayout | null {
  const least = length(reach(followed.columns, followed.lit[1]));
  if (length(reach(followed.rows, followed.lit[0])) > MOST_ROWS) return null;
  const whole = input.sweeps.length === 1 ? MOST_STEPS : MOST_ROWS;
  for (const digits of [3, 2]) {
    for (let most = whole; most >= Math.min(least, followed.columns.input); most -= 1) {
      const found = attempt(input, followed, { width, most, digits });
      if (found !== null) return found;
    }
  }
  return null;
}

interface Attempt {
  readonly width: number;
  readonly most: number;
  readonly digits: number;
}

function attempt(
  input: GradientInput,
  followed: Followed,
  { width, most, digits }: Attempt,
): GradientLayout | null {
  const { rows, columns, lit } = followed;
  const rowLimit = { whole: MOST_ROWS, part: PART };
  const columnLimit = { whole: most, part: Math.min(PART, most) };
  const large = {
    rows: viewOf({ from: 0, to: rows.input }, real(reach(rows, lit[0]), rows.input), rowLimit),
    columns: viewOf({ from: 0, to: columns.input }, real(reach(columns, lit[1]), columns.input), columnLimit),
  };
  const small = {
    rows: viewOf(
      { from: 0, to: rows.output },
      { from: lit[0], to: lit[0] + 1 },
      { whole: MOST_ROWS, part: 3 },
    ),
    columns: viewOf(
      { from: 0, to: columns.output },
      { from: lit[1], to: lit[1] + 1 },
      { whole: most, part: Math.max(1, Math.min(3, most - 2)) },
    ),
  };
  const needs = { tallest: length(large.rows) > 5 ? 32 : 38, least: 30, digits };
  const maps = [
    extents(input.input, large),
    extents(input.upstream, small),
    extents(input.gradient, large),
  ] as const;
  if (input.sweeps.length === 1) {
    const line = { ...needs, width: width - 2 * MORE };
    const both = { values: [...maps[0].values, ...maps[2].values], columns: maps[0].columns };
    const [cell, above] = [cellSize(both, line), cellSize(maps[1], line)];
    return cell && above && { large, small, input: cell, upstream: above, gradient: cell };
  }
  const used = input.rule.kind === 'average' ? [maps[1], maps[2]] : maps;
  const dots = 2 * MORE * ((isPart(large.columns) ? used.length - 1 : 0) + (isPart(small.columns) ? 1 : 0));
  const found = cellSizes(used, { ...needs, width: width - dots });
  if (found === null) return null;
  const [gradient, upstream, first] = found.toReversed();
  return gradient && upstream ? { large, small, input: first ?? gradient, upstream, gradient } : null;
}

function real(stretch: Stretch, size: number): Stretch {
  return { from: Math.max(0, stretch.from), to: Math.min(size, stretch.to) };
}

function extents(cells: Cells, views: Views): Extents {
  const slice = sliceOf(cells);
  const { rows, columns } = sizes(cells.shape);
  const values = positions({ from: views.rows.from, to: Math.min(rows, views.rows.to) }).flatMap((row) =>
    positions({ from: views.columns.from, to: Math.min(columns, views.columns.to) }).map((column) =>
      slice.at(row, column),
    ),
  );
  return { values, columns: length(views.columns) };
}
