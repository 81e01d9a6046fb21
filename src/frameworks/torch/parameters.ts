import type { Parameter } from '../framework.ts';
import { bool, int, none } from '../literal.ts';

export const input: Parameter = {
  name: 'input',
  tensor: true,
  summary: 'The tensor to pool, (N, C, …) or (C, …).',
};

export const indices: Parameter = {
  name: 'indices',
  tensor: true,
  summary: 'The positions that MaxPool with return_indices=True gave.',
};

export const kernelSize: Parameter = {
  name: 'kernel_size',
  summary: 'Size of the window: one int for every axis or a tuple with one each.',
};

export const stride: Parameter = {
  name: 'stride',
  fallback: none,
  summary: 'Step from window to window; None means kernel_size.',
};

export const padding: Parameter = {
  name: 'padding',
  fallback: int(0),
  summary: 'Cells added on both sides, at most half the kernel.',
};

export const dilation: Parameter = {
  name: 'dilation',
  fallback: int(1),
  summary: 'Distance between the cells of one window.',
};

export const returnIndices: Parameter = {
  name: 'return_indices',
  fallback: bool(false),
  summary: 'Whether the positions of the maxima are returned as well.',
};

export const ceilMode: Parameter = {
  name: 'ceil_mode',
  fallback: bool(false),
  summary: 'Round the output size up instead of down.',
};

export const countIncludePad: Parameter = {
  name: 'count_include_pad',
  fallback: bool(true),
  summary: 'Whether padded cells count in the average.',
};

export const divisorOverride: Parameter = {
  name: 'divisor_override',
  fallback: none,
  summary: 'Divide by this number instead of the size of the window.',
};

export const outputSize: Parameter = {
  name: 'output_size',
  summary: 'Size of the output: one int, or a tuple where None keeps an axis as it is.',
};

export const normType: Parameter = {
  name: 'norm_type',
  summary: 'The power p: 1 sums, 2 is the Euclidean norm.',
};

export const fractionalSize: Parameter = {
  name: 'output_size',
  fallback: none,
  summary: 'Size of the output; give this or output_ratio.',
};

export const outputRatio: Parameter = {
  name: 'output_ratio',
  fallback: none,
  summary: 'Size of the output as a part of the input, between 0 and 1.',
};

export const randomSamples: Parameter = {
  name: '_random_samples',
  fallback: none,
  inert: true,
  summary: 'The random numbers that place the windows, shape (N, C, axes).',
};

export const unpooledSize: Parameter = {
  name: 'output_size',
  fallback: none,
  summary: 'The size before pooling, where several pool to the same one.',
};
