import type { Task } from '../code/candidate.ts';

/** What PyTorch lacks for an operation that has no exact module. */
export function reason({ operation, sizes }: Task): string {
  if (operation.kind === 'unpool') return 'PyTorch unpools with the same padding on both sides only.';
  const { window, reduce, axes } = operation;
  if (reduce.kind === 'min') return 'PyTorch has no minimum pooling; it is -F.max_pool(-x).';
  if (window.kind === 'fractional')
    return 'PyTorch draws its fractional windows by another rule, and only for maxima.';
  if (reduce.kind === 'lp' && window.kind !== 'local')
    return 'PyTorch has LP pooling over sliding windows only.';
  if (window.kind !== 'local') return 'PyTorch has no such layer.';
  if (reduce.kind === 'lp') return 'LPPool has neither padding nor dilation in PyTorch.';
  if (reduce.kind === 'average' && window.dilation.some((gap) => gap > 1))
    return 'AvgPool has no dilation in PyTorch.';
  if (window.padding.kind === 'same' && sizes === null) {
    return 'PyTorch has no "same"; how much padding that means depends on the input size. Give the size.';
  }
  if (window.divisor.kind === 'fixed' && axes.rank === 1) return 'AvgPool1d has no divisor_override.';
  if (window.rounding === 'caffe') return 'PyTorch drops a last window that Caffe keeps.';
  return 'PyTorch has no uneven padding for pooling, and a padding layer in front would count in the average.';
}
