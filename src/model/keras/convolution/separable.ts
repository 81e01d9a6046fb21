import { anyOf, anything, flag, positive } from '../../arguments/kinds.ts';
import type { ModelLayer } from '../../layer.ts';
import { product } from '../../shape/dimensions.ts';
import { kerasLayer } from '../callee.ts';
import { dataFormat, padding, tuple } from '../kinds.ts';
import { convolve } from './convolve.ts';

/** A depthwise step, then 1x1 over all channels, one bias (keras/src/layers/convolutional/base_separable_conv.py). */
function separable(rank: 1 | 2): ModelLayer {
  const name = `SeparableConv${rank}D`;
  return kerasLayer(`convolution_layers/separable_convolution${rank}d`, {
    name,
    aliases: [`SeparableConvolution${rank}D`],
    rank,
    arguments: {
      filters: positive(),
      kernel_size: tuple(rank),
      strides: tuple(rank, 1),
      padding: padding('same'),
      data_format: dataFormat,
      dilation_rate: tuple(rank, 1),
      depth_multiplier: positive(1),
      activation: anything(),
      use_bias: flag(true),
      ...anyOf(
        'depthwise_initializer',
        'pointwise_initializer',
        'bias_initializer',
        'depthwise_regularizer',
        'pointwise_regularizer',
        'bias_regularizer',
        'activity_regularizer',
        'depthwise_constraint',
        'pointwise_constraint',
        'bias_constraint',
      ),
    },
    infer(args, [input]) {
      const { filters, depth_multiplier } = args;
      const cells = product(args.kernel_size) ?? 0;
      return convolve({ name, rank }, args, input, {
        filters: () => filters,
        weights: (known) => known * depth_multiplier * (cells + filters) + Number(args.use_bias) * filters,
      });
    },
  });
}

export const separableConvolutions: readonly ModelLayer[] = [separable(1), separable(2)];
