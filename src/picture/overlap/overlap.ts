import { card, INNER_WIDTH } from '../layout/card.ts';
import { type Entry, ledger } from '../layout/ledger.ts';
import { legend } from '../layout/legend.ts';
import { readers, STILL, type Sweep } from '../map/sweep.ts';
import { positions } from '../map/view.ts';
import type { Picture } from '../picture.ts';
import { count, listNumbers, sizeText } from '../text/list.ts';
import { coverageKeys } from './keys.ts';
import { coverageMap } from './map.ts';

export interface OverlapInput {
  readonly layer: string;
  /** One or two axes, in the order of the shape. */
  readonly sweeps: readonly Sweep[];
}

/**
 * How often each cell is read: the windows as brackets along the axes and in every cell the number of windows over it.
 * Of a large map the first part.
 */
export function drawOverlap({ layer, sweeps }: OverlapInput): Picture {
  const [columns = STILL, rows = STILL] = sweeps.toReversed();
  return {
    alt: alt(layer, sweeps),
    draw: () => {
      const { piece, counts } = coverageMap(rows, columns);
      const entries = sweeps.map((sweep, axis) => shared(sweep, nameOf(axis, sweeps.length)));
      const parts = [piece, ledger(entries, INNER_WIDTH), legend(coverageKeys(counts), INNER_WIDTH)];
      return card({ title: title(sweeps), subtitle: layer, parts });
    },
  };
}

function span(sweep: Sweep): number {
  return (sweep.kernel - 1) * sweep.dilation + 1;
}

function title(sweeps: readonly Sweep[]): string {
  if (sweeps.some((sweep) => sweep.stride < span(sweep))) return 'Stride below the window: windows overlap';
  return sweeps.some((sweep) => sweep.stride > span(sweep))
    ? 'Stride above the window: cells are skipped'
    : 'Stride equal to the window: no overlap';
}

function nameOf(axis: number, rank: number): string {
  return rank === 1 ? 'steps' : axis === 0 ? 'rows' : 'columns';
}

/** What two neighbouring windows share along one axis. */
function shared(sweep: Sweep, name: string): Entry {
  const [window, { stride }] = [span(sweep), sweep];
  const noun = name.slice(0, -1);
  const rest = window - stride;
  const text =
    rest > 0
      ? `window ${window} − stride ${stride}: neighbours share ${count(rest, noun)}`
      : rest < 0
        ? `stride ${stride} − window ${window}: ${count(-rest, noun)} skipped between neighbours`
        : `window ${window}, stride ${stride}: neighbours share nothing`;
  return { name, text, result: false };
}

function alt(layer: string, sweeps: readonly Sweep[]): string {
  const axes = sweeps.map((sweep, axis) => {
    const name = nameOf(axis, sweeps.length);
    return `Along the ${name}: ${shared(sweep, name).text}.`;
  });
  const size = sizeText(sweeps.map((sweep) => sweep.input));
  return `${title(sweeps)}. ${layer} on ${size}. ${axes.join(' ')} ${readersText(sweeps)}`;
}

/** How many windows read each cell along every axis; where both axes count, a cell has the product. */
function readersText(sweeps: readonly Sweep[]): string {
  const axes = sweeps.map((sweep, axis) => {
    const counts = positions({ from: 0, to: Math.min(sweep.input, 16) }).map((at) => readers(sweep, at));
    return `${nameOf(axis, sweeps.length)} ${listNumbers(counts)}`;
  });
  return `Windows over each cell: ${axes.join(' times ')}.`;
}
