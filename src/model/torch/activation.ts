import { python } from '../../frameworks/index.ts';
import type { ArgumentKinds } from '../arguments/kind.ts';
import { anything, positive, required, tensor } from '../arguments/kinds.ts';
import { effect } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { placement, torchFunction, torchLayer } from './callee.ts';

const { bool, float, int, str, none } = python;
const inplace = { inplace: anything(bool(false)) };
const dim = { dim: anything(none) };
const rate = { p: anything(float(0.5)), ...inplace };

/** Modules that keep the shape and have no weights. */
const modules: Readonly<Record<string, ArgumentKinds>> = {
  Identity: {},
  ReLU: inplace,
  ReLU6: inplace,
  LeakyReLU: { negative_slope: anything(float(0.01)), ...inplace },
  ELU: { alpha: anything(float(1)), ...inplace },
  SELU: inplace,
  CELU: { alpha: anything(float(1)), ...inplace },
  GELU: { approximate: anything(str('none')) },
  SiLU: inplace,
  Mish: inplace,
  Sigmoid: {},
  Tanh: {},
  LogSigmoid: {},
  Softplus: { beta: anything(float(1)), threshold: anything(float(20)) },
  Softsign: {},
  Tanhshrink: {},
  Hardtanh: { min_val: anything(float(-1)), max_val: anything(float(1)), ...inplace },
  Hardswish: inplace,
  Hardsigmoid: inplace,
  Threshold: { threshold: required, value: required, ...inplace },
  Softmax: dim,
  LogSoftmax: dim,
  Softmax2d: {},
  Dropout: rate,
  Dropout1d: rate,
  Dropout2d: rate,
  Dropout3d: rate,
  AlphaDropout: rate,
  FeatureAlphaDropout: rate,
  LocalResponseNorm: {
    size: required,
    alpha: anything(float(0.0001)),
    beta: anything(float(0.75)),
    k: anything(float(1)),
  },
};

const training = { training: anything(bool(true)), ...inplace };
const softmax = { input: tensor, dim: anything(none), _stacklevel: anything(int(3)), dtype: anything() };

/** Functions and methods that keep the shape: their page, and what they take. */
const functions: Readonly<Record<string, readonly [string, ArgumentKinds]>> = {
  relu: ['torch.nn.functional.relu', { input: tensor, ...inplace }],
  relu_: ['torch.nn.functional.relu_', { input: tensor }],
  relu6: ['torch.nn.functional.relu6', { input: tensor, ...inplace }],
  leaky_relu: [
    'torch.nn.functional.leaky_relu',
    { input: tensor, negative_slope: anything(float(0.01)), ...inplace },
  ],
  elu: ['torch.nn.functional.elu', { input: tensor, alpha: anything(float(1)), ...inplace }],
  selu: ['torch.nn.functional.selu', { input: tensor, ...inplace }],
  gelu: ['torch.nn.functional.gelu', { input: tensor, approximate: anything(str('none')) }],
  silu: ['torch.nn.functional.silu', { input: tensor, ...inplace }],
  mish: ['torch.nn.functional.mish', { input: tensor, ...inplace }],
  hardswish: ['torch.nn.functional.hardswish', { input: tensor, ...inplace }],
  softplus: [
    'torch.nn.functional.softplus',
    { input: tensor, beta: anything(float(1)), threshold: anything(float(20)) },
  ],
  sigmoid: ['torch.sigmoid', { input: tensor }],
  tanh: ['torch.tanh', { input: tensor }],
  softmax: ['torch.nn.functional.softmax', softmax],
  log_softmax: ['torch.nn.functional.log_softmax', softmax],
  dropout: ['torch.nn.functional.dropout', { input: tensor, p: anything(float(0.5)), ...training }],
  dropout2d: ['torch.nn.functional.dropout2d', { input: tensor, p: anything(float(0.5)), ...training }],
  contiguous: ['torch.Tensor.contiguous', { input: tensor, memory_format: anything() }],
  float: ['torch.Tensor.float', { input: tensor, memory_format: anything() }],
};

const prelu = torchLayer({
  name: 'PReLU',
  arguments: { num_parameters: positive(1), init: anything(float(0.25)), ...placement },
  infer: ({ num_parameters }, [input]) => effect(input, { trainable: num_parameters, nonTrainable: 0 }),
});

export const activations: readonly ModelLayer[] = [
  ...Object.entries(modules).map(([name, kinds]) =>
    torchLayer({ name, arguments: kinds, infer: (_args, [input]) => effect(input) }),
  ),
  ...Object.entries(functions).map(([name, [page, kinds]]) =>
    torchFunction(page, { name, arguments: kinds, infer: (_args, [input]) => effect(input) }),
  ),
  prelu,
];
