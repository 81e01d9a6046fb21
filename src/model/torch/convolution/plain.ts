import { python } from '../../../frameworks/index.ts';
import type { Shape, SpatialRank } from '../../../pooling/index.ts';
import { anything, flag, positive } from '../../arguments/kinds.ts';
import { effect } from '../../define.ts';
import type { Effect, ModelLayer } from '../../layer.ts';
import type { Problem } from '../../problem.ts';
import { product } from '../../shape/dimensions.ts';
import { channelsOf, lengthsOf, planeOf, withPlane } from '../../shape/plane.ts';
import { reachOf, slide } from '../../shape/window.ts';
import { placement, torchLayer } from '../callee.ts';
import { padding, sizes, type TorchPadding } from '../kinds.ts';
import { checkSpatial } from '../rank.ts';
import { batched, checkGroups, stridedSame, tooSmall, wrongChannels } from './refusals.ts';
import { windowOf } from './window.ts';

interface ConvArguments {
  readonly out_channels: number;
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly padding: TorchPadding;
  readonly dilation: readonly number[];
  readonly groups: number;
  readonly bias: boolean;
}

const shared = (rank: SpatialRank) => ({
  out_channels: positive(),
  kernel_size: sizes(rank, 1),
  stride: sizes(rank, 1, 1),
  padding: padding(rank),
  dilation: sizes(rank, 1, 1),
  groups: positive(1),
  bias: flag(true),
  padding_mode: anything(python.str('zeros')),
  ...placement,
});

/** Conv1d, Conv2d, Conv3d (torch/nn/modules/conv.py). */
const convolution = (rank: SpatialRank): ModelLayer =>
  torchLayer({
    name: `Conv${rank}d`,
    rank,
    arguments: { in_channels: positive(), ...shared(rank) },
    infer: (args, [input]) => convolve(rank, args, args.in_channels, input),
  });

/** Takes in_channels from the first input. */
const lazyConvolution = (rank: SpatialRank): ModelLayer =>
  torchLayer({
    name: `LazyConv${rank}d`,
    rank,
    arguments: shared(rank),
    infer: (args, [input]) => convolve(rank, args, null, input),
  });

function convolve(
  rank: SpatialRank,
  args: ConvArguments,
  inChannels: number | null,
  input: Shape,
): Effect | Problem {
  const { out_channels, groups } = args;
  if (args.padding === 'same' && args.stride.some((step) => step !== 1)) return stridedSame;
  const wrongRank = checkSpatial(`conv${rank}d`, rank, input);
  if (wrongRank !== null) return wrongRank;
  const plane = planeOf('channels_first', rank, input.length);
  const channels = channelsOf(input, plane);
  const expected = inChannels ?? channels;
  const uneven = expected === null ? null : checkGroups(expected, out_channels, groups);
  if (uneven !== null) return uneven;
  const weight = expected === null ? null : [out_channels, expected / groups, ...args.kernel_size];
  if (weight !== null && expected !== null && channels !== null && channels !== expected) {
    return wrongChannels(groups, weight, batched(input, rank), expected, channels);
  }
  const window = windowOf(args);
  const lengths = lengthsOf(input, plane);
  const output = slide(window, lengths);
  if (output.some((size) => size !== null && size <= 0)) return tooSmall(window, lengths);
  const weights = weight === null ? null : product(weight);
  const trainable = weights === null ? null : weights + (args.bias ? out_channels : 0);
  const parameters = { trainable, nonTrainable: 0 };
  return effect(withPlane(input, plane, out_channels, output), parameters, reachOf(window, lengths));
}

const ranks = [1, 2, 3] as const;

export const convolutions: readonly ModelLayer[] = [...ranks.map(convolution), ...ranks.map(lazyConvolution)];
