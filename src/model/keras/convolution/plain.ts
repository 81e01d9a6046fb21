import type { SpatialRank } from '../../../pooling/index.ts';
import { anything, flag, positive } from '../../arguments/kinds.ts';
import type { ModelLayer } from '../../layer.ts';
import { product } from '../../shape/dimensions.ts';
import { channelsOf, planeOf } from '../../shape/plane.ts';
import { kerasLayer } from '../callee.ts';
import { dataFormat, kernelAndBias, padding, tuple } from '../kinds.ts';
import { convolve } from './convolve.ts';
import { checkChannels, checkFilters, checkStrides } from './refusals.ts';

/** Conv1D, Conv2D, Conv3D (keras/src/layers/convolutional/base_conv.py). */
function convolution(rank: SpatialRank): ModelLayer {
  const name = `Conv${rank}D`;
  return kerasLayer(`convolution_layers/convolution${rank}d`, {
    name,
    aliases: [`Convolution${rank}D`],
    rank,
    arguments: {
      filters: positive(),
      kernel_size: tuple(rank),
      strides: tuple(rank, 1),
      padding: padding(rank === 1 ? 'causal' : 'same'),
      data_format: dataFormat,
      dilation_rate: tuple(rank, 1),
      groups: positive(1),
      activation: anything(),
      use_bias: flag(true),
      ...kernelAndBias,
    },
    infer(args, [input]) {
      const { filters, groups } = args;
      const channels = channelsOf(input, planeOf(args.data_format, rank, input.length));
      const refused =
        checkFilters(filters, groups) ??
        checkStrides(args.strides, args.dilation_rate) ??
        (input.length < rank + 2 ? null : checkChannels(channels, groups, input));
      if (refused !== null) return refused;
      const cells = product(args.kernel_size) ?? 0;
      return convolve({ name, rank }, args, input, {
        filters: () => filters,
        weights: (known) => ((known / groups) * cells + Number(args.use_bias)) * filters,
      });
    },
  });
}

export const convolutions: readonly ModelLayer[] = [convolution(1), convolution(2), convolution(3)];
