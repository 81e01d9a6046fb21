import type { AxisStep } from '../derivation.ts';
import { at } from '../element.ts';
import type { Dimension, LocalWindow, Operation, UnpoolOperation } from '../operation.ts';
import { adaptiveBins } from './adaptive-bins.ts';
import { fractionalSize } from './fractional-size.ts';
import { effectiveKernel } from './same-padding.ts';
import { slidingAxis, slidingCount } from './sliding-axis.ts';
import { unpoolSize } from './unpool-size.ts';

/** More bins than this are not worth listing. */
const mostBins = 64;

/** How spatial axis number `spatial`, which is axis `axis` of the shape, comes out of the operation. */
export function spatialStep(operation: Operation, spatial: number, axis: number, input: Dimension): AxisStep {
  if (operation.kind === 'unpool') return unpoolStep(operation, spatial, axis, input);
  const { window } = operation;
  switch (window.kind) {
    case 'local':
      return input === null ? openStep(window, spatial, axis) : localStep(window, spatial, axis, input);
    case 'global':
      return { kind: 'global', axis, input, output: window.keepdims ? 1 : null };
    case 'adaptive': {
      const output = at(window.outputSize, spatial) ?? input;
      const listed = input !== null && output !== null && output >= 0 && output <= mostBins;
      return { kind: 'adaptive', axis, input, output, bins: listed ? adaptiveBins(input, output) : null };
    }
    case 'fractional': {
      const output = fractionalSize(window.outputSize, spatial, input);
      return { kind: 'fractional', axis, input, output, kernel: at(window.kernel, spatial) };
    }
  }
}

function localStep(window: LocalWindow, spatial: number, axis: number, input: number): AxisStep {
  const sliding = slidingAxis(window, spatial, input);
  const { output, dropped } = slidingCount(window, sliding);
  const { kernel, stride, dilation, begin, end } = sliding;
  const reach = output > 0 ? (output - 1) * stride - begin + effectiveKernel(kernel, dilation) : 0;
  return {
    kind: 'window',
    axis,
    input,
    output,
    kernel,
    stride,
    dilation,
    begin,
    end,
    same: window.padding.kind === 'same',
    rounding: window.rounding,
    droppedWindow: dropped,
    droppedCells: Math.max(input - Math.max(reach, 0), 0),
  };
}

function openStep(window: LocalWindow, spatial: number, axis: number): AxisStep {
  const { padding } = window;
  return {
    kind: 'window',
    axis,
    input: null,
    output: null,
    kernel: at(window.kernel, spatial),
    stride: at(window.stride, spatial),
    dilation: at(window.dilation, spatial),
    begin: padding.kind === 'explicit' ? at(padding.begin, spatial) : null,
    end: padding.kind === 'explicit' ? at(padding.end, spatial) : null,
    same: padding.kind === 'same',
    rounding: window.rounding,
    droppedWindow: false,
    droppedCells: 0,
  };
}

function unpoolStep(operation: UnpoolOperation, spatial: number, axis: number, input: Dimension): AxisStep {
  const kernel = at(operation.kernel, spatial);
  const stride = at(operation.stride, spatial);
  const begin = at(operation.begin, spatial);
  const end = at(operation.end, spatial);
  const given = operation.outputSize === null ? null : at(operation.outputSize, spatial);
  const output = given ?? (input === null ? null : unpoolSize(input, kernel, stride, begin, end));
  return { kind: 'unpool', axis, input, output, kernel, stride, begin, end, given: given !== null };
}
