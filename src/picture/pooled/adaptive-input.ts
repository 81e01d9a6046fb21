import { adaptiveBins } from '../../pooling/index.ts';
import type { AdaptiveInput } from '../bins/input.ts';
import type { PooledPlane } from './plane.ts';

const NAMES = [['steps'], ['height', 'width'], ['depth', 'height', 'width']] as const;

/**
 * What `drawAdaptive` needs: the bins of every axis, and of a sequence its values too. Null for other windows and
 * for other reductions than an average and a maximum.
 */
export function adaptiveInput({ layer, operation, input, output }: PooledPlane): AdaptiveInput | null {
  const { window, reduce } = operation;
  if (window.kind !== 'adaptive' || (reduce.kind !== 'average' && reduce.kind !== 'max')) return null;
  const names: readonly string[] = NAMES[operation.axes.rank - 1] ?? [];
  const axes = input.shape.map((size, axis) => {
    const bins = adaptiveBins(size, window.outputSize[axis] ?? size);
    return { name: names[axis] ?? '', input: size, bins };
  });
  const values = input.shape.length === 1 ? { input: input.data, output: output.data } : null;
  return { layer, reduce: reduce.kind, axes, values };
}
