import { anything, flag, positive } from '../arguments/kinds.ts';
import { effect } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { whenKnown } from '../shape/dimensions.ts';
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
    return effect([...input.slice(0, -1), units], { trainable, nonTrainable: 0 });
  },
});

export const denseLayers: readonly ModelLayer[] = [dense];
