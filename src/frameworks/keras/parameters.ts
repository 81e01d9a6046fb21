import type { SpatialRank } from '../../pooling/index.ts';
import type { Parameter } from '../framework.ts';
import { bool, expression, int, intTuple, none, str } from '../literal.ts';
import { repeated } from '../values/integers.ts';

const poolSizeSummary = 'Size of the window: one int for every axis or a tuple with one each.';

/** Average pooling has no default for it since Keras 3; max pooling has 2. */
export const poolSize = (rank: SpatialRank, required: boolean): Parameter => ({
  name: 'pool_size',
  ...(required ? {} : { fallback: rank === 1 ? int(2) : intTuple(repeated(2, rank)) }),
  formerly: [rank === 1 ? 'pool_length' : 'pool_size'].filter((name) => name !== 'pool_size'),
  summary: poolSizeSummary,
});

export const strides = (rank: SpatialRank): Parameter => ({
  name: 'strides',
  fallback: none,
  formerly: rank === 1 ? ['stride'] : [],
  summary: 'Step from window to window; None means the pool size.',
});

export const padding: Parameter = {
  name: 'padding',
  fallback: str('valid'),
  formerly: ['border_mode'],
  summary: '"valid" adds nothing, "same" pads until the output has ceil(input / strides) cells.',
};

export const dataFormat: Parameter = {
  name: 'data_format',
  fallback: none,
  formerly: ['dim_ordering'],
  summary:
    '"channels_last" or "channels_first"; None means the setting in keras.json, channels_last by default.',
};

export const keepdims: Parameter = {
  name: 'keepdims',
  fallback: bool(false),
  summary: 'Whether the pooled axes stay with length 1.',
};

export const outputSize: Parameter = {
  name: 'output_size',
  summary: 'Size of the output: one int for every axis or a tuple with one each.',
};

export const name: Parameter = {
  name: 'name',
  fallback: none,
  inert: true,
  summary: 'Name of the layer in a model.',
};

/** What every Keras layer takes through `**kwargs` (keras/src/layers/layer.py). */
export const layerKeywords: ReadonlySet<string> = new Set([
  'activity_regularizer',
  'trainable',
  'dtype',
  'autocast',
  'name',
  'input_dim',
  'input_shape',
]);

export const inputs: Parameter = { name: 'inputs', tensor: true, summary: 'The tensor to pool.' };

export const mask: Parameter = {
  name: 'mask',
  fallback: expression('mask'),
  tensor: true,
  summary: 'Steps to count, shape (batch, steps); the others are left out of the mean.',
};
