import type { Extra } from '../extra.ts';
import type { Tensor } from '../tensor.ts';
import { double, single } from '../window/fractional-windows.ts';
import type { Samples } from '../window/plan.ts';

/** The given samples with the precision of the input, in which PyTorch works out the windows. */
export function samplesFor(input: Tensor, extra: Extra): Samples | null {
  if (extra.samples === undefined) return null;
  return { values: extra.samples, precision: input.data instanceof Float32Array ? single : double };
}
