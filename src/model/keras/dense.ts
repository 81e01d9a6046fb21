import type { Shape } from '../../pooling/index.ts';
import { anything, flag, positive } from '../arguments/kinds.ts';
import { effect, point } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { printShape, whenKnown } from '../shape/dimensions.ts';
import { kerasLayer } from './callee.ts';
import { kernelAndBias } from './kinds.ts';
import { checkRank } from './rank.ts';

/** Works on the last axis alone (keras/src/layers/core/dense.py). */
const dense = kerasLayer('core_layers/dense', {
  name: 'Dense',
  arguments: {
    units: positive(),
    activation: anything(),
    use_bias: flag(true),
    ...kernelAndBias,
    lora_rank: anything(),
    lora_alpha: anything(),
    quantization_config: anything(),
  },
  infer({ units, use_bias }, [input]) {
    const wrongRank = checkRank('Dense', input, 2, 'min_ndim', 'a batch axis and features');
    if (wrongRank !== null) return wrongRank;
    const features = input.at(-1) ?? null;
    const trainable = whenKnown(features, (known) => (known + (use_bias ? 1 : 0)) * units);
    const output = [...input.slice(0, -1), units];
    return effect(output, { trainable, nonTrainable: 0 }, point, onMap(input, units));
  },
});

/** On a map Keras runs it and keeps the height and width, which nobody means before a classification. */
function onMap(input: Shape, units: number): string | null {
  if (input.length !== 4) return null;
  const map = printShape([...input.slice(1, -1), units]);
  return `Dense works on the last axis alone, so the map stays: ${map}. Flatten or global pooling in front gives one row.`;
}

export const denseLayers: readonly ModelLayer[] = [dense];
