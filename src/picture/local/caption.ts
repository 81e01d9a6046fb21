import type { Cells } from '../map/cells.ts';
import type { Stretch, Sweep } from '../map/sweep.ts';
import { isPart, type Views } from '../map/view.ts';
import { sizeText, span } from '../text/list.ts';

/** "input 4 × 4", or which part of it is drawn. */
export function mapCaption(
  name: string,
  cells: Cells,
  views: Views,
  sweeps: readonly Sweep[] | null,
): string {
  const whole = `${name} ${sizeText(cells.shape)}`;
  const { rows, columns } = views;
  const parts: string[] = [];
  if (isPart(rows)) parts.push(part('rows', rows, sweeps?.at(-2)));
  if (isPart(columns))
    parts.push(part(cells.shape.length === 1 ? 'steps' : 'columns', columns, sweeps?.at(-1)));
  return parts.length === 0 ? whole : `${parts.join(', ')} of the ${whole}`;
}

function part(name: string, view: Stretch, sweep: Sweep | undefined): string {
  const from = Math.max(0, view.from);
  return `${name} ${span(from, Math.min(view.to, sweep?.input ?? view.to))}`;
}
