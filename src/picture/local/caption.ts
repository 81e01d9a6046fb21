import type { Cells } from '../map/cells.ts';
import type { Stretch, Sweep } from '../map/sweep.ts';
import { isPart, type Views } from '../map/view.ts';
import { places, sizeText } from '../text/list.ts';

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
  if (isPart(rows)) parts.push(part('row', rows, sweeps?.at(-2)));
  if (isPart(columns)) {
    parts.push(part(cells.shape.length === 1 ? 'step' : 'column', columns, sweeps?.at(-1)));
  }
  return parts.length === 0 ? whole : `${parts.join(', ')} of the ${whole}`;
}

function part(noun: string, view: Stretch, sweep: Sweep | undefined): string {
  return places(noun, Math.max(0, view.from), Math.min(view.to, sweep?.input ?? view.to));
}
