import type { LocalWindow } from '../operation.ts';

/** A window with these sizes and strides, and nothing else: no padding, no gaps, sizes rounded down. */
export function plainWindow(kernel: readonly number[], stride: readonly number[]): LocalWindow {
  const zeros = kernel.map(() => 0);
  return {
    kind: 'local',
    kernel,
    stride,
    dilation: kernel.map(() => 1),
    padding: { kind: 'explicit', begin: zeros, end: zeros },
    rounding: 'floor',
    divisor: { kind: 'real' },
  };
}
