import { anyOf, anything, flag, positive } from '../../arguments/kinds.ts';
import type { ModelLayer } from '../../layer.ts';
import { product, whenKnown } from '../../shape/dimensions.ts';
import { kerasLayer } from '../callee.ts';
import { dataFormat, padding, tuple } from '../kinds.ts';
import { convolve } from './convolve.ts';

/** One kernel per channel, `depth_multiplier` times (keras/src/layers/convolutional/base_depthwise_conv.py). */
function depthwise(rank: 1 | 2): ModelLayer {
  const name = `DepthwiseConv${rank}D`;
  return kerasLayer(`convolution_layers/depthwise_convolution${rank}d`, {
    name,
    rank,
    arguments: {
      kernel_size: tuple(rank),
      strides: tuple(rank, 1),
      padding: padding('same'),
      depth_multiplier: positive(1),
      data_format: dataFormat,
      dilation_rate: tuple(rank, 1),
      activation: anything(),
      use_bias: flag(true),
      ...anyOf(
        'depthwise_initializer',
        'bias_initializer',
        'depthwise_regularizer',
        'bias_regularizer',
        'activity_regularizer',
        'depthwise_constraint',
        'bias_constraint',
      ),
    },
    infer(args, [input]) {
      const { depth_multiplier } = args;
      const perFilter = (product(args.kernel_size) ?? 0) + Number(args.use_bias);
      return convolve({ name, rank }, args, input, {
        filters: (channels) => whenKnown(channels, (known) => known * depth_multiplier),
        weights: (channels) => channels * depth_multiplier * perFilter,
      });
    },
  });
}

export const depthwiseConvolutions: readonly ModelLayer[] = [depthwise(1), depthwise(2)];
