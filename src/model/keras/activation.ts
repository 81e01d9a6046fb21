import { python } from '../../frameworks/index.ts';
import type { ArgumentKinds } from '../arguments/kind.ts';
import { anything, byName, integers, optional, required } from '../arguments/kinds.ts';
import { effect } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { product } from '../shape/dimensions.ts';
import { kerasLayer } from './callee.ts';

const { float, int, str, none } = python;

/** Layers that keep the shape and have no weights: name, page, arguments. */
const kept: readonly (readonly [string, string, ArgumentKinds])[] = [
  ['Activation', 'core_layers/activation', { activation: required }],
  [
    'ReLU',
    'activation_layers/relu',
    { max_value: anything(), negative_slope: anything(float(0)), threshold: anything(float(0)) },
  ],
  [
    'LeakyReLU',
    'activation_layers/leaky_relu',
    { negative_slope: anything(float(0.3)), alpha: byName(anything()) },
  ],
  ['ELU', 'activation_layers/elu', { alpha: anything(float(1)) }],
  ['Softmax', 'activation_layers/softmax', { axis: anything(int(-1)) }],
  ['Dropout', 'regularization_layers/dropout', { rate: required, noise_shape: anything(), seed: anything() }],
  [
    'AlphaDropout',
    'regularization_layers/alpha_dropout',
    { rate: required, noise_shape: anything(), seed: anything() },
  ],
  ['GaussianDropout', 'regularization_layers/gaussian_dropout', { rate: required, seed: anything() }],
  ['GaussianNoise', 'regularization_layers/gaussian_noise', { stddev: required, seed: anything() }],
  [
    'ActivityRegularization',
    'regularization_layers/activity_regularization',
    { l1: anything(float(0)), l2: anything(float(0)) },
  ],
  ['SpatialDropout1D', 'regularization_layers/spatial_dropout1d', { rate: required, seed: anything() }],
  [
    'SpatialDropout2D',
    'regularization_layers/spatial_dropout2d',
    { rate: required, data_format: anything(), seed: anything() },
  ],
  [
    'SpatialDropout3D',
    'regularization_layers/spatial_dropout3d',
    { rate: required, data_format: anything(), seed: anything() },
  ],
  ['UnitNormalization', 'normalization_layers/unit_normalization', { axis: anything(int(-1)) }],
  ['Identity', 'core_layers/identity', {}],
  ['Masking', 'core_layers/masking', { mask_value: anything(float(0)) }],
  [
    'Rescaling',
    'preprocessing_layers/image_preprocessing/rescaling',
    { scale: required, offset: anything(float(0)) },
  ],
  [
    'RandomFlip',
    'preprocessing_layers/image_augmentation/random_flip',
    { mode: anything(str('horizontal_and_vertical')), seed: anything() },
  ],
  [
    'RandomRotation',
    'preprocessing_layers/image_augmentation/random_rotation',
    {
      factor: required,
      fill_mode: anything(str('reflect')),
      interpolation: anything(str('bilinear')),
      seed: anything(),
      fill_value: anything(float(0)),
      data_format: anything(),
    },
  ],
  [
    'RandomZoom',
    'preprocessing_layers/image_augmentation/random_zoom',
    {
      height_factor: required,
      width_factor: anything(),
      fill_mode: anything(str('reflect')),
      interpolation: anything(str('bilinear')),
      seed: anything(),
      fill_value: anything(float(0)),
      data_format: anything(),
    },
  ],
  [
    'RandomTranslation',
    'preprocessing_layers/image_augmentation/random_translation',
    {
      height_factor: required,
      width_factor: required,
      fill_mode: anything(str('reflect')),
      interpolation: anything(str('bilinear')),
      seed: anything(),
      fill_value: anything(float(0)),
      data_format: anything(),
    },
  ],
  [
    'RandomContrast',
    'preprocessing_layers/image_augmentation/random_contrast',
    { factor: required, value_range: anything(), seed: anything() },
  ],
  [
    'RandomBrightness',
    'preprocessing_layers/image_augmentation/random_brightness',
    { factor: required, value_range: anything(), seed: anything() },
  ],
];

/** One slope per cell, or per channel with `shared_axes` (keras/src/layers/activations/prelu.py). */
const prelu = kerasLayer('activation_layers/prelu', {
  name: 'PReLU',
  arguments: {
    alpha_initializer: anything(str('Zeros')),
    alpha_regularizer: anything(),
    alpha_constraint: anything(),
    shared_axes: optional(integers(none)),
  },
  infer({ shared_axes }, [input]) {
    const shared = shared_axes ?? [];
    const slopes = input.map((size, axis) => (shared.includes(axis) ? 1 : size)).slice(1);
    return effect(input, { trainable: product(slopes), nonTrainable: 0 });
  },
});

export const activations: readonly ModelLayer[] = [
  ...kept.map(([name, page, kinds]) =>
    kerasLayer(page, { name, arguments: kinds, infer: (_args, [input]) => effect(input) }),
  ),
  prelu,
];
