import type { Shape } from '../../pooling/index.ts';
import { flag, positive } from '../arguments/kinds.ts';
import { effect } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { type Problem, problem, runtimeError } from '../problem.ts';
import { product, whenKnown } from '../shape/dimensions.ts';
import { placement, torchLayer } from './callee.ts';

/** Works on the last axis alone, which must have in_features entries (torch/nn/modules/linear.py). */
const linear = torchLayer({
  name: 'Linear',
  arguments: { in_features: positive(), out_features: positive(), bias: flag(true), ...placement },
  infer({ in_features, out_features, bias }, [input]) {
    const features = input.at(-1) ?? null;
    if (features !== null && features !== in_features) return wrongFeatures(input, in_features, out_features);
    const trainable = (in_features + (bias ? 1 : 0)) * out_features;
    return effect([...input.slice(0, -1), out_features], { trainable, nonTrainable: 0 });
  },
});

/** Takes in_features from the first input. */
const lazyLinear = torchLayer({
  name: 'LazyLinear',
  arguments: { out_features: positive(), bias: flag(true), ...placement },
  infer({ out_features, bias }, [input]) {
    const features = input.at(-1) ?? null;
    const trainable = whenKnown(features, (known) => (known + (bias ? 1 : 0)) * out_features);
    return effect([...input.slice(0, -1), out_features], { trainable, nonTrainable: 0 });
  },
});

function wrongFeatures(input: Shape, inFeatures: number, outFeatures: number): Problem {
  const features = input.at(-1) ?? '?';
  const rows = product(input.slice(0, -1)) ?? '?';
  const error = runtimeError(
    input.length === 1
      ? `size mismatch, got input (${outFeatures}), mat (${outFeatures}x${inFeatures}), vec (${features})`
      : `mat1 and mat2 shapes cannot be multiplied (${rows}x${features} and ${inFeatures}x${outFeatures})`,
  );
  const map = input.length > 2 ? flattenFirst(input, inFeatures) : null;
  const advice = map ?? `${features} numbers come in here: in_features=${features} fits them.`;
  return problem('wrong-features', 'call', error, advice);
}

/** A map instead of a row: the flatten is missing. */
function flattenFirst(input: Shape, inFeatures: number): string | null {
  const flat = product(input.slice(1));
  if (flat === null) return null;
  const after = flat === inFeatures ? 'fits this layer' : `needs in_features=${flat}`;
  return `nn.Flatten() is missing in front: it makes ${input.slice(1).join(' · ')} = ${flat} numbers, which ${after}.`;
}

export const linearLayers: readonly ModelLayer[] = [linear, lazyLinear];
