import type { Parameter } from '../framework.ts';
import { bool, expression, float, int, intList, list, none, str } from '../literal.ts';

export const input: Parameter = { name: 'input', tensor: true, summary: 'The tensor to pool.' };
export const value: Parameter = { ...input, name: 'value' };
export const inputs: Parameter = { ...input, name: 'inputs' };

export const ksize: Parameter = {
  name: 'ksize',
  summary: 'Size of the window: one int, one per axis, or with batch and channels.',
};
export const strides: Parameter = {
  name: 'strides',
  summary: 'Step along each axis, written like ksize; it must be given.',
};
export const padding: Parameter = { name: 'padding', example: str('VALID'), summary: '"VALID" or "SAME".' };
export const name: Parameter = {
  name: 'name',
  fallback: none,
  inert: true,
  summary: 'Name of the operation.',
};

export const dataFormat = (fallback: string | null): Parameter => ({
  name: 'data_format',
  fallback: fallback === null ? none : str(fallback),
  summary: '"NWC", "NHWC" or "NDHWC", or with the channels second.',
});

export const windowShape: Parameter = {
  name: 'window_shape',
  example: intList([2, 2]),
  summary: 'Size of the window, one int per axis.',
};
export const poolingType: Parameter = {
  name: 'pooling_type',
  example: str('MAX'),
  summary: '"MAX" or "AVG".',
};
export const optionalStrides: Parameter = {
  name: 'strides',
  fallback: none,
  oneByDefault: true,
  summary: 'Step along each axis; 1 when left out, not the window.',
};
export const optionalPadding: Parameter = { ...padding, fallback: str('VALID') };
export const dilations: Parameter = {
  name: 'dilations',
  fallback: none,
  summary: 'Distance between the cells of one window.',
};

export const outputDtype: Parameter = {
  name: 'output_dtype',
  fallback: expression('tf.int64'),
  inert: true,
  summary: 'Type of the indices.',
};
export const includeBatch: Parameter = {
  name: 'include_batch_in_index',
  fallback: bool(false),
  summary: 'Whether the indices count over the batch as well.',
};

export const poolingRatio: Parameter = {
  name: 'pooling_ratio',
  example: list([float(1), float(1.44), float(1.44), float(1)]),
  summary: 'Input over output for each axis, 1 or more; 1 for batch and channels.',
};
export const pseudoRandom: Parameter = {
  name: 'pseudo_random',
  fallback: bool(false),
  summary: 'How the windows are drawn.',
};
export const overlapping: Parameter = {
  name: 'overlapping',
  fallback: bool(false),
  summary: 'Whether windows share their border cells.',
};
export const seed: Parameter = {
  name: 'seed',
  fallback: int(0),
  inert: true,
  summary: 'Seed of the random draw.',
};

export const poolSize: Parameter = {
  name: 'pool_size',
  summary: 'Size of the window: one int or one per axis.',
};
export const lowerPadding: Parameter = { ...padding, fallback: str('valid'), summary: '"valid" or "same".' };
export const layout: Parameter = {
  name: 'data_format',
  fallback: str('channels_last'),
  summary: '"channels_last" or "channels_first".',
};
