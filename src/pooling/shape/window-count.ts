import type { Rounding } from '../operation.ts';
import { effectiveKernel } from './same-padding.ts';

/** One axis under a sliding window with its padding in cells. */
export interface SlidingAxis {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly begin: number;
  readonly end: number;
}

export interface WindowCount {
  readonly output: number;
  /** The last window that `ceil` had made room for was dropped again. */
  readonly dropped: boolean;
}

/**
 * How many windows fit on one axis: floor or ceil of (n + begin + end - ke) / s, plus 1. The result may be zero or
 * negative; whether that is refused is the framework's affair.
 *
 * `ceil` drops a last window that starts at or past n + begin, counted from the padding's first cell (PyTorch
 * Pool.h, ONNX shape inference); `caffe` drops it only if `anyPadding`, which is asked of all axes together.
 */
export function countWindows(axis: SlidingAxis, rounding: Rounding, anyPadding: boolean): WindowCount {
  const { input, stride, begin, end } = axis;
  const room = input + begin + end - effectiveKernel(axis.kernel, axis.dilation);
  if (rounding === 'floor') return { output: Math.floor(room / stride) + 1, dropped: false };
  const output = Math.ceil(room / stride) + 1;
  const dropped = (rounding === 'ceil' || anyPadding) && (output - 1) * stride >= input + begin;
  return { output: dropped ? output - 1 : output, dropped };
}
