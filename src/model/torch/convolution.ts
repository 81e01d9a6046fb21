import { python } from '../../frameworks/index.ts';
import type { Dimension, Shape, SpatialRank } from '../../pooling/index.ts';
import { anything, flag, positive } from '../arguments/kinds.ts';
import { effect } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { type Problem, problem, runtimeError, valueError } from '../problem.ts';
import { printSizes, product } from '../shape/dimensions.ts';
import { channelsOf, lengthsOf, planeOf, withPlane } from '../shape/plane.ts';
import { noPadding, reachOf, type SlidingWindow, slide, type WindowPadding } from '../shape/window.ts';
import { placement, torchLayer } from './callee.ts';
import { padding, sizes, type TorchPadding } from './kinds.ts';
import { checkSpatial } from './rank.ts';

/** Conv1d, Conv2d, Conv3d (torch/nn/modules/conv.py; checks in aten/src/ATen/native/Convolution.cpp). */
function convolution(rank: SpatialRank): ModelLayer {
  const op = `conv${rank}d`;
  return torchLayer({
    name: `Conv${rank}d`,
    rank,
    arguments: {
      in_channels: positive(),
      out_channels: positive(),
      kernel_size: sizes(rank, 1),
      stride: sizes(rank, 1, 1),
      padding: padding(rank),
      dilation: sizes(rank, 1, 1),
      groups: positive(1),
      bias: flag(true),
      padding_mode: anything(python.str('zeros')),
      ...placement,
    },
    infer(args, [input]) {
      const { in_channels, out_channels, groups } = args;
      const uneven = checkGroups(in_channels, out_channels, groups);
      if (uneven !== null) return uneven;
      if (args.padding === 'same' && args.stride.some((step) => step !== 1)) return stridedSame;
      const wrongRank = checkSpatial(op, rank, input);
      if (wrongRank !== null) return wrongRank;
      const plane = planeOf('channels_first', rank, input.length);
      const weight = [out_channels, in_channels / groups, ...args.kernel_size];
      const channels = channelsOf(input, plane);
      if (channels !== null && channels !== in_channels) {
        return wrongChannels(groups, weight, batched(input, rank), in_channels, channels);
      }
      const window = windowOf(args);
      const lengths = lengthsOf(input, plane);
      const output = slide(window, lengths);
      if (output.some((size) => size !== null && size <= 0)) return tooSmall(window, lengths);
      const trainable = (product(weight) ?? 0) + (args.bias ? out_channels : 0);
      return effect(
        withPlane(input, plane, out_channels, output),
        { trainable, nonTrainable: 0 },
        reachOf(window, lengths),
      );
    },
  });
}

function windowOf(args: {
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  readonly padding: TorchPadding;
}): SlidingWindow {
  const { kernel_size: kernel, stride, dilation } = args;
  return { kernel, stride, dilation, padding: cellsOf(args.padding, kernel, dilation) };
}

/** "same" adds d(k-1) cells, the odd one behind. */
function cellsOf(
  written: TorchPadding,
  kernel: readonly number[],
  dilation: readonly number[],
): WindowPadding {
  if (written === 'valid') return noPadding(kernel.length);
  if (written !== 'same') return { kind: 'explicit', begin: written, end: written };
  const total = kernel.map((cells, axis) => (dilation[axis] ?? 1) * (cells - 1));
  const begin = total.map((cells) => Math.floor(cells / 2));
  return { kind: 'explicit', begin, end: total.map((cells, axis) => cells - (begin[axis] ?? 0)) };
}

export function checkGroups(inChannels: number, outChannels: number, groups: number): Problem | null {
  const [name, channels] =
    inChannels % groups !== 0 ? ['in_channels', inChannels] : ['out_channels', outChannels];
  if (channels % groups === 0) return null;
  const advice = `${name}=${channels} does not fall into ${groups} equal groups.`;
  return problem('out-of-range', 'constructor', valueError(`${name} must be divisible by groups`), advice);
}

const stridedSame = problem(
  'conflicting-arguments',
  'constructor',
  valueError("padding='same' is not supported for strided convolutions"),
  'Give the padding as a number of cells: kernel_size // 2 keeps an odd kernel centred.',
);

/** PyTorch names the input with its batch axis, which it adds itself where there is none. */
export const batched = (input: Shape, rank: number): Shape =>
  input.length === rank + 1 ? [1, ...input] : input;

export function wrongChannels(
  groups: number,
  weight: readonly number[],
  input: Shape,
  expected: number,
  found: number,
): Problem {
  const error = runtimeError(
    `Given groups=${groups}, weight of size ${printSizes(weight)}, expected input${printSizes(input)} ` +
      `to have ${expected} channels, but got ${found} channels instead`,
  );
  const last = input.at(-1);
  const order =
    last === expected
      ? ` The last axis has ${expected}: PyTorch wants the channels first, x.permute(0, 3, 1, 2) moves them.`
      : '';
  return problem('wrong-channels', 'call', error, `in_channels=${found} fits what comes in here.${order}`);
}

function tooSmall(
  { kernel, dilation, padding: cells }: SlidingWindow,
  lengths: readonly Dimension[],
): Problem {
  const spans = kernel.map((size, axis) => (dilation[axis] ?? 1) * (size - 1) + 1);
  const padded = lengths.map((size, axis) =>
    size === null || cells.kind !== 'explicit'
      ? size
      : size + (cells.begin[axis] ?? 0) + (cells.end[axis] ?? 0),
  );
  const print = (values: Shape): string => values.map((value) => value ?? '?').join(' x ');
  const error = runtimeError(
    `Calculated padded input size per channel: (${print(padded)}). Kernel size: (${print(spans)}). ` +
      "Kernel size can't be greater than actual input size",
  );
  const advice =
    `The kernel spans ${print(spans)} cells, and only ${print(padded)} are left. Add padding, take out a pooling ` +
    'layer before it, or start from a larger image.';
  return problem('window-too-large', 'call', error, advice);
}

export const convolutions: readonly ModelLayer[] = [convolution(1), convolution(2), convolution(3)];
