import type { Dimension, Shape } from '../../../pooling/index.ts';
import { type Problem, problem, runtimeError, valueError } from '../../problem.ts';
import { printSizes } from '../../shape/dimensions.ts';
import type { SlidingWindow } from '../../shape/window.ts';

/** Checks of torch/nn/modules/conv.py that need no input. */
export function checkGroups(inChannels: number, outChannels: number, groups: number): Problem | null {
  const uneven = inChannels % groups !== 0;
  if (!uneven && outChannels % groups === 0) return null;
  const [name, channels] = uneven ? ['in_channels', inChannels] : ['out_channels', outChannels];
  const advice = `${name}=${channels} does not fall into ${groups} equal groups.`;
  return problem('out-of-range', 'constructor', valueError(`${name} must be divisible by groups`), advice);
}

export const stridedSame = problem(
  'conflicting-arguments',
  'constructor',
  valueError("padding='same' is not supported for strided convolutions"),
  'Give the padding as a number of cells: kernel_size // 2 keeps an odd kernel centred.',
);

/** PyTorch names the input with its batch axis, which it adds itself where there is none. */
export const batched = (input: Shape, rank: number): Shape =>
  input.length === rank + 1 ? [1, ...input] : input;

/** aten/src/ATen/native/Convolution.cpp, check_shape_forward. */
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
  const order =
    input.at(-1) === expected
      ? ` The last axis has ${expected}: PyTorch wants the channels first, and permute moves them there.`
      : '';
  return problem('wrong-channels', 'call', error, `in_channels=${found} fits what comes in here.${order}`);
}

export function tooSmall(window: SlidingWindow, lengths: readonly Dimension[]): Problem {
  const { kernel, dilation, padding } = window;
  const spans = kernel.map((size, axis) => (dilation[axis] ?? 1) * (size - 1) + 1);
  const padded = lengths.map((size, axis) =>
    size === null || padding.kind !== 'explicit'
      ? size
      : size + (padding.begin[axis] ?? 0) + (padding.end[axis] ?? 0),
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
