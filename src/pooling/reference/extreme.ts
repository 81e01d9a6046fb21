import { cell } from '../element.ts';
import type { Plan } from '../window/plan.ts';
import { cellCount, type Patch, slide } from '../window/slide.ts';

type Data = Float32Array | Float64Array;

/** What decides a maximum or minimum. */
export interface ExtremeRule {
  readonly kind: 'max' | 'min';
  readonly nan: 'propagate' | 'ignore';
}

/** Where nothing but padding was covered. */
export const nowhere = -1;

/**
 * The flat position of a window's extreme: the first among equals in row-major order; the last NaN where NaN wins;
 * the first cell where no cell beats minus infinity; `nowhere` for a window without real cells.
 */
export function locateExtreme(data: Data, start: number, patch: Readonly<Patch>, rule: ExtremeRule): number {
  if (cellCount(patch) === 0) return nowhere;
  const sign = rule.kind === 'max' ? 1 : -1;
  const nanWins = rule.nan === 'propagate';
  let best = Number.NEGATIVE_INFINITY;
  let where = start;
  for (let z = 0; z < patch.planes; z++) {
    for (let y = 0; y < patch.rows; y++) {
      let position = start + z * patch.planeStride + y * patch.rowStride;
      for (let x = 0; x < patch.columns; x++) {
        const value = sign * cell(data, position);
        if (value > best || (nanWins && Number.isNaN(value))) {
          best = value;
          where = position;
        }
        position += patch.columnStride;
      }
    }
  }
  return where;
}

/** The value at a located extreme. Padding, and NaN where it is ignored, count as the opposite infinity. */
export function extremeAt(data: Data, position: number, rule: ExtremeRule): number {
  const opposite = rule.kind === 'max' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (position === nowhere) return opposite;
  const value = cell(data, position);
  return rule.nan === 'ignore' && Number.isNaN(value) ? opposite : value;
}

/** Writes every window's extreme, and where it lies if `positions` is given. */
export function extreme(
  plan: Plan,
  rule: ExtremeRule,
  input: Data,
  output: Data,
  positions: Float64Array | null,
): void {
  slide(plan, (target, start, patch) => {
    const position = locateExtreme(input, start, patch, rule);
    output[target] = extremeAt(input, position, rule);
    if (positions !== null) positions[target] = position;
  });
}
