import type { Dimension, Layout, Shape, SpatialRank } from '../../../pooling/index.ts';
import { effect } from '../../define.ts';
import type { Effect } from '../../layer.ts';
import type { Problem } from '../../problem.ts';
import { whenKnown } from '../../shape/dimensions.ts';
import { channelsOf, lengthsOf, planeOf, withPlane } from '../../shape/plane.ts';
import { noPadding, reachOf, type SlidingWindow, slide } from '../../shape/window.ts';
import type { KerasPadding } from '../kinds.ts';
import { axesOf, checkRank } from '../rank.ts';
import { tooSmall } from './refusals.ts';

interface WindowArguments {
  readonly kernel_size: readonly number[];
  readonly strides: readonly number[];
  readonly dilation_rate: readonly number[];
  readonly padding: KerasPadding;
  readonly data_format: Layout;
}

interface Kernel {
  readonly filters: (channels: Dimension) => Dimension;
  readonly weights: (channels: number) => number;
}

/** What all convolutions share: the window slides over the spatial axes, and the channels become the filters. */
export function convolve(
  layer: { readonly name: string; readonly rank: SpatialRank },
  args: WindowArguments,
  input: Shape,
  { filters, weights }: Kernel,
): Effect | Problem {
  const wrongRank = checkRank(layer.name, input, layer.rank + 2, 'min_ndim', axesOf(layer.rank));
  if (wrongRank !== null) return wrongRank;
  const plane = planeOf(args.data_format, layer.rank, input.length);
  const channels = channelsOf(input, plane);
  const lengths = lengthsOf(input, plane);
  const window = windowOf(args);
  const sizes = slide(window, lengths);
  if (sizes.some((size) => size !== null && size <= 0)) {
    return tooSmall(input, window, [channels, filters(channels)], lengths);
  }
  const output = withPlane(input, plane, filters(channels), sizes);
  const trainable = whenKnown(channels, weights);
  return effect(output, { trainable, nonTrainable: 0 }, reachOf(window, lengths));
}

const windowOf = ({ kernel_size, strides, dilation_rate, padding }: WindowArguments): SlidingWindow => ({
  kernel: kernel_size,
  stride: strides,
  dilation: dilation_rate,
  padding: padding === 'valid' ? noPadding(kernel_size.length) : { kind: padding },
});
