import type { Shape, SpatialRank } from '../../pooling/index.ts';
import { anything, flag, positive } from '../arguments/kinds.ts';
import { effect } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { type Problem, problem, valueError } from '../problem.ts';
import { printShape, product, whenKnown } from '../shape/dimensions.ts';
import { channelsOf, lengthsOf, planeOf, withPlane } from '../shape/plane.ts';
import { noPadding, reachOf, type SlidingWindow, slide } from '../shape/window.ts';
import { kerasLayer } from './callee.ts';
import { dataFormat, type KerasPadding, kernelAndBias, padding, tuple } from './kinds.ts';
import { axesOf, checkRank } from './rank.ts';

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
      padding: padding(rank),
      data_format: dataFormat,
      dilation_rate: tuple(rank, 1),
      groups: positive(1),
      activation: anything(),
      use_bias: flag(true),
      ...kernelAndBias,
    },
    infer(args, [input]) {
      const { filters, groups } = args;
      const wrongRank = checkRank(name, input, rank + 2, 'min_ndim', axesOf(rank));
      if (wrongRank !== null) return wrongRank;
      const plane = planeOf(args.data_format, rank, input.length);
      const channels = channelsOf(input, plane);
      if (filters % groups !== 0) return unevenFilters(filters, groups);
      if (channels !== null && channels % groups !== 0) return unevenChannels(channels, groups, input);

      const lengths = lengthsOf(input, plane);
      const window = windowOf(args);
      const sizes = slide(window, lengths);
      if (sizes.some((size) => size !== null && size <= 0)) {
        return tooSmall(input, window, [channels, filters], lengths);
      }
      const perFilter = whenKnown(channels, (known) => (known / groups) * (product(args.kernel_size) ?? 0));
      const trainable = whenKnown(perFilter, (weights) => (weights + (args.use_bias ? 1 : 0)) * filters);
      const output = withPlane(input, plane, filters, sizes);
      return effect(output, { trainable, nonTrainable: 0 }, reachOf(window, lengths));
    },
  });
}

/** The window of a layer with these arguments. */
export function windowOf(args: {
  readonly kernel_size: readonly number[];
  readonly strides: readonly number[];
  readonly dilation_rate: readonly number[];
  readonly padding: KerasPadding;
}): SlidingWindow {
  return {
    kernel: args.kernel_size,
    stride: args.strides,
    dilation: args.dilation_rate,
    padding: args.padding === 'valid' ? noPadding(args.kernel_size.length) : { kind: args.padding },
  };
}

/** "Computed output size would be zero or negative", with a way out (keras/src/ops/operation_utils.py). */
export function tooSmall(
  input: Shape,
  { kernel, stride, dilation }: SlidingWindow,
  depth: Shape,
  lengths: Shape,
): Problem {
  const error = valueError(
    'Computed output size would be zero or negative. Received ' +
      `\`inputs shape=${printShape(input)}\`, \`kernel shape=${printShape([...kernel, ...depth])}\`, ` +
      `\`dilation_rate=[${dilation.join(' ')}]\`, \`strides=${printShape(stride)}\`, \`padding=valid\`.`,
  );
  const advice =
    `The kernel ${printShape(kernel)}${dilation.some((rate) => rate > 1) ? ' with its dilation' : ''} is larger than ` +
    `what is left of the image, ${printShape(lengths)}. padding="same" fits any size; or take out a pooling layer ` +
    'before it, or start from a larger image.';
  return problem('window-too-large', 'shape', error, advice);
}

function unevenFilters(filters: number, groups: number): Problem {
  const error = valueError(
    'The number of filters must be evenly divisible by the number of groups. ' +
      `Received: groups=${groups}, filters=${filters}.`,
  );
  return problem(
    'out-of-range',
    'constructor',
    error,
    `${groups} groups need a multiple of ${groups} filters.`,
  );
}

function unevenChannels(channels: number, groups: number, input: Shape): Problem {
  const error = valueError(
    'The number of input channels must be evenly divisible by the number of groups. ' +
      `Received groups=${groups}, but the input has ${channels} channels (full input shape is ${printShape(input)}).`,
  );
  const advice = `${channels} channels do not fall into ${groups} equal groups.`;
  return problem('wrong-channels', 'shape', error, advice);
}

export const convolutions: readonly ModelLayer[] = [convolution(1), convolution(2), convolution(3)];
