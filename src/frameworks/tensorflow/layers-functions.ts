import { localWindow, maximum, mean, planeIndices } from '../canonical.ts';
import type { Rules } from '../definition.ts';
import { functionRules } from '../keras/layer-rules.ts';
import { readLayout } from '../keras/layout.ts';
import { standardizeTuple } from '../keras/tuples.ts';
import { none } from '../literal.ts';
import { combine, refuse } from '../refusal.ts';
import { print } from '../repr.ts';
import { inferLocal } from './local.ts';

/** tf.layers.max_pooling2d and its kin: Keras pooling whose strides must be given; gone since Keras 3. */
export const layersRules: Rules = {
  ...functionRules,
  resolve({ layer, values }) {
    const rank = layer.rank ?? 2;
    const { pool_size = none, strides = none, padding = none, data_format = none } = values;
    const read = combine({
      kernel: standardizeTuple('pool_size', pool_size, rank, 'refused'),
      stride: standardizeTuple('strides', strides, rank, 'refused'),
      layout: readLayout(data_format, 'standardized'),
    });
    if (!read.ok) return { ...read, stage: 'call', message: null, exception: null };
    const { kernel, stride, layout } = read.value;
    const mode = print(padding).toLowerCase();
    if (mode !== 'valid' && mode !== 'same') {
      return refuse('bad-choice', 'call', null, `padding is "valid" or "same", not ${print(padding)}.`);
    }
    return {
      ok: true,
      args: values,
      operation: {
        kind: 'pool',
        axes: { rank, layout, lead: 1, channels: true },
        reduce: layer.family.reduce === 'max' ? maximum('ignore', 'first') : mean,
        window: localWindow({
          kernel,
          stride,
          ...(mode === 'same' ? { padding: { kind: 'same', odd: 'upper' } } : {}),
        }),
        indices: planeIndices,
      },
    };
  },
  infer(configuration, shape) {
    const rank = configuration.layer.rank ?? 2;
    if (shape.length !== rank + 2) {
      const advice = `${configuration.layer.name} takes ${rank + 2} axes with batch and channels; there are ${shape.length}.`;
      return refuse('wrong-rank', 'call', null, advice);
    }
    return inferLocal(configuration, shape, { window: 'pool_size' });
  },
};
