import { cell } from '../element.ts';
import { type ExtremeRule, extremeAt, locateExtreme, nowhere } from '../reference/extreme.ts';
import { eachCell } from '../window/each-cell.ts';
import type { Plan } from '../window/plan.ts';
import { slide } from '../window/slide.ts';

type Data = Float32Array | Float64Array;

/** All of a window's upstream goes to its extreme; overlapping windows add. */
export function routeToExtreme(
  plan: Plan,
  rule: ExtremeRule,
  input: Data,
  upstream: Data,
  gradient: Float64Array,
): void {
  slide(plan, (target, start, patch) => {
    const position = locateExtreme(input, start, patch, rule);
    if (position !== nowhere) gradient[position] = cell(gradient, position) + cell(upstream, target);
  });
}

/**
 * A window's upstream is shared evenly among the cells that equal its extreme (reduce_max, amax). A NaN equals
 * nothing, itself included, so its window's cells all get 0/0 = NaN, as TensorFlow, PyTorch and JAX compute it.
 */
export function splitAmongExtremes(
  plan: Plan,
  rule: ExtremeRule,
  input: Data,
  upstream: Data,
  gradient: Float64Array,
): void {
  slide(plan, (target, start, patch) => {
    const value = extremeAt(input, locateExtreme(input, start, patch, rule), rule);
    let equals = 0;
    eachCell(start, patch, (position) => {
      if (cell(input, position) === value) equals++;
    });
    eachCell(start, patch, (position) => {
      const indicator = cell(input, position) === value ? 1 : 0;
      gradient[position] = cell(gradient, position) + (indicator / equals) * cell(upstream, target);
    });
  });
}
