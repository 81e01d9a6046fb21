import type { FrameworkId } from '../../../../frameworks/index.ts';
import type { Holds } from '../rule.ts';

/** Where a stride left out is one, windows overlap; elsewhere it is the window. */
export function strideIsOne(framework: FrameworkId | null): Holds {
  return framework === 'onnx' || framework === 'flax' || framework === 'caffe' ? 'always' : 'never';
}
