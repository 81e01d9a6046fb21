/** Length that max unpooling restores when none is given: (n-1)s - begin - end + k (PyTorch, ONNX). */
export function unpoolSize(
  input: number,
  kernel: number,
  stride: number,
  begin: number,
  end: number,
): number {
  return (input - 1) * stride - begin - end + kernel;
}
