import { at } from '../element.ts';
import type { Dimension, FractionalSize } from '../operation.ts';

/**
 * Output length of a fractional axis: the size as given, floor(n * ratio) for PyTorch's `output_ratio`, or
 * floor(n / factor) for TensorFlow's `pooling_ratio`.
 */
export function fractionalSize(rule: FractionalSize, axis: number, input: Dimension): Dimension {
  if (rule.kind === 'size') return at(rule.size, axis);
  if (input === null) return null;
  return rule.kind === 'ratio'
    ? Math.floor(input * at(rule.ratio, axis))
    : Math.floor(input / at(rule.factor, axis));
}
