import type { SpatialRank } from '../../pooling/index.ts';
import { sizes } from '../advice/sizes.ts';
import type { Refusal } from '../framework.ts';
import { refuse, runtimeError } from '../refusal.ts';
import * as messages from './messages.ts';

export interface WindowValues {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
}

const positive = (name: string, values: readonly number[]): string =>
  `${name}=${sizes(values)} is not possible: every ${name} must be 1 or more.`;

/** Stride 0 also comes from a kernel of 0, because the stride is taken from it. */
function zeroStrideAdvice({ kernel, stride }: WindowValues): string {
  return kernel.includes(0) ? positive('kernel_size', kernel) : positive('stride', stride);
}

function paddingAdvice({ kernel, padding }: WindowValues): string {
  const most = kernel.map((cells) => Math.floor(cells / 2));
  return (
    `padding=${sizes(padding)} is more than half of kernel_size=${sizes(kernel)}; PyTorch allows at most ` +
    `${sizes(most)} here. F.pad(x, …) in front adds more.`
  );
}

/**
 * The checks of pooling_output_shape and pool2d_shape_check or pool3d_shape_check that need no input
 * (aten/src/ATen/native/Pool.h), in their order.
 */
export function checkWindow(rank: SpatialRank, values: WindowValues): Refusal | null {
  const { kernel, stride, padding, dilation } = values;
  for (const [axis, cells] of kernel.entries()) {
    const pad = padding[axis] ?? 0;
    const gap = dilation[axis] ?? 1;
    if (stride[axis] === 0)
      return refuse('out-of-range', 'call', messages.zeroStride, zeroStrideAdvice(values));
    if (pad < 0) return refuse('out-of-range', 'call', messages.negativePadding(pad), noNegative(padding));
    if (pad > Math.trunc(((cells - 1) * gap + 1) / 2)) {
      const error = messages.paddingOverEffective(pad, cells, gap);
      return refuse('padding-too-large', 'call', error, paddingAdvice(values));
    }
  }
  const subjects = [
    ['kernel size', 'kernel_size', kernel],
    ['stride', 'stride', stride],
    ['dilation', 'dilation', dilation],
  ] as const;
  for (const [subject, name, list] of subjects) {
    if (list.some((value) => value <= 0)) {
      return refuse('out-of-range', 'call', messages.notPositive(subject, list, rank), positive(name, list));
    }
  }
  if (kernel.some((cells, axis) => (padding[axis] ?? 0) > Math.floor(cells / 2))) {
    return refuse(
      'padding-too-large',
      'call',
      messages.paddingOverHalf(padding, kernel),
      paddingAdvice(values),
    );
  }
  return null;
}

/** max_pool1d without indices has its own checks and words (aten/src/ATen/native/MaxPooling.h). */
export function checkMax1d(values: WindowValues): Refusal | null {
  const [kernel = 1] = values.kernel;
  const [stride = 1] = values.stride;
  const [padding = 0] = values.padding;
  const [dilation = 1] = values.dilation;
  const refuse1d = (text: string, advice: string) =>
    refuse('out-of-range', 'call', runtimeError(`max_pool1d() ${text}`), advice);
  const tooSmall = (name: string, value: number) =>
    refuse1d(`${name} must be greater than zero, but got ${value}`, positive(name, [value]));

  if (kernel <= 0) return tooSmall('kernel_size', kernel);
  if (stride <= 0) return tooSmall('stride', stride);
  if (padding < 0) {
    return refuse1d(`padding must be non-negative, but got ${padding}`, noNegative(values.padding));
  }
  if (padding > Math.floor(kernel / 2)) {
    const text =
      `max_pool1d() padding should be at most half of kernel size, but got padding=${padding} ` +
      `and kernel_size=${kernel}`;
    return refuse('padding-too-large', 'call', runtimeError(text), paddingAdvice(values));
  }
  if (dilation <= 0) return tooSmall('dilation', dilation);
  return null;
}

const noNegative = (padding: readonly number[]): string =>
  `padding=${sizes(padding)} would cut cells off. Padding is 0 or more; to crop, slice the tensor.`;
