import type { Operation } from '../../pooling/index.ts';

/** Global pooling as a plain reduction over the pooled axes of a channels-last array. */
export function reductionCode(operation: Operation, mean: string, max: string): string {
  if (operation.kind !== 'pool' || operation.window.kind !== 'global') throw new RangeError('not global');
  const { axes, reduce, window } = operation;
  const first = axes.lead;
  const positions = Array.from({ length: axes.rank }, (_, axis) => first + axis);
  const keep = window.keepdims ? ', keepdims=True' : '';
  const list = positions.length === 1 ? `(${positions[0]},)` : `(${positions.join(', ')})`;
  return `${reduce.kind === 'average' ? mean : max}(x, axis=${list}${keep})`;
}
