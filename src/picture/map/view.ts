import type { Stretch } from './sweep.ts';

/** The part of an axis that is drawn, and whether more lies before and after it. */
export interface View extends Stretch {
  readonly before: boolean;
  readonly after: boolean;
}

/** What of a map's rows and columns is drawn. */
export interface Views {
  readonly rows: View;
  readonly columns: View;
}

/** How much of an axis is drawn: all of it up to `whole` positions, of a longer one `part`. */
export interface Limit {
  readonly whole: number;
  readonly part: number;
}

/** The whole axis where the limit allows, otherwise as much of it around what must be seen. */
export function viewOf(axis: Stretch, focus: Stretch, limit: Limit): View {
  const size = length(axis);
  const shown = size <= limit.whole ? size : Math.min(size, Math.max(limit.part, length(focus)));
  const centred = Math.floor((focus.from + focus.to - shown) / 2);
  const from = Math.max(axis.from, Math.min(centred, axis.to - shown));
  return { from, to: from + shown, before: from > axis.from, after: from + shown < axis.to };
}

export function length(stretch: Stretch): number {
  return stretch.to - stretch.from;
}

export function positions(stretch: Stretch): number[] {
  return Array.from({ length: length(stretch) }, (_, index) => stretch.from + index);
}

/** Whether the view leaves a part out. */
export function isPart(view: View): boolean {
  return view.before || view.after;
}
