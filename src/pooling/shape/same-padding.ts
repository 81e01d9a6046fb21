/** Padding cells in front of and behind one axis. */
export interface AxisPadding {
  readonly begin: number;
  readonly end: number;
}

/** How far a dilated window reaches: d(k-1) + 1 cells from its first to its last. */
export function effectiveKernel(kernel: number, dilation: number): number {
  return dilation * (kernel - 1) + 1;
}

/** Output length under "same": ceil(n / s), whatever the window (TensorFlow, Keras; ONNX SAME_UPPER, SAME_LOWER). */
export function sameSize(input: number, stride: number): number {
  return Math.ceil(input / stride);
}

/**
 * Padding under "same": max((o-1)s + ke - n, 0) cells in all, half on each side. The odd cell goes to the end
 * (`upper`: TensorFlow, Keras, ONNX SAME_UPPER) or to the beginning (`lower`: ONNX SAME_LOWER).
 */
export function samePadding(
  input: number,
  kernel: number,
  stride: number,
  dilation: number,
  odd: 'upper' | 'lower' = 'upper',
): AxisPadding {
  const reach = (sameSize(input, stride) - 1) * stride + effectiveKernel(kernel, dilation);
  const total = Math.max(reach - input, 0);
  const small = Math.floor(total / 2);
  return odd === 'upper' ? { begin: small, end: total - small } : { begin: total - small, end: small };
}
