import { noPadding, type SlidingWindow, type WindowPadding } from '../../shape/window.ts';
import type { TorchPadding } from '../kinds.ts';

interface WindowArguments {
  readonly kernel_size: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
  readonly padding: TorchPadding;
}

/** The window of a convolution with these arguments. */
export function windowOf({ kernel_size: kernel, stride, dilation, padding }: WindowArguments): SlidingWindow {
  return { kernel, stride, dilation, padding: cellsOf(padding, kernel, dilation) };
}

/** "same" adds d(k-1) cells, the odd one behind. */
function cellsOf(
  padding: TorchPadding,
  kernel: readonly number[],
  dilation: readonly number[],
): WindowPadding {
  if (padding === 'valid') return noPadding(kernel.length);
  if (padding !== 'same') return { kind: 'explicit', begin: padding, end: padding };
  const total = kernel.map((cells, axis) => (dilation[axis] ?? 1) * (cells - 1));
  const begin = total.map((cells) => Math.floor(cells / 2));
  return { kind: 'explicit', begin, end: total.map((cells, axis) => cells - (begin[axis] ?? 0)) };
}
