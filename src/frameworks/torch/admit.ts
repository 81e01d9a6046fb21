import type { Dtype, Inferred, Layer, LayerData, Refusal } from '../framework.ts';
import { refuse } from '../refusal.ts';
import { refuseDtype } from './dtypes.ts';
import { gradientMismatch, printSizes } from './messages.ts';

/** What every layer of PyTorch checks at the call: element types, then the shape of a given gradient (autograd). */
export function admitTensors(
  layer: Layer,
  { operation, derivation }: Inferred,
  { upstream }: LayerData,
  dtype: Dtype = 'float32',
): Refusal | null {
  const window = operation.kind === 'pool' ? operation.window : null;
  const toOne = window?.kind === 'adaptive' && window.outputSize.every((size) => size === 1);
  const wrong = refuseDtype(layer, dtype, toOne);
  if (wrong !== null || upstream === undefined) return wrong;
  if (printSizes(upstream.shape) === printSizes(derivation.output)) return null;
  const advice = `The upstream gradient needs the shape of the output, ${printSizes(derivation.output)}.`;
  return refuse('bad-upstream', 'call', gradientMismatch(upstream.shape, derivation.output), advice);
}
