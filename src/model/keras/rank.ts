import type { Shape, SpatialRank } from '../../pooling/index.ts';
import { type Problem, problem, valueError } from '../problem.ts';
import { printShape } from '../shape/dimensions.ts';
import { layerName } from './callee.ts';

/** Refuses a shape with too few axes, or with another number, in the words of keras/src/layers/input_spec.py. */
export function checkRank(
  name: string,
  shape: Shape,
  expected: number,
  rule: 'ndim' | 'min_ndim',
  wants: string,
): Problem | null {
  if (rule === 'ndim' ? shape.length === expected : shape.length >= expected) return null;
  const error = valueError(
    `Input 0 with name 'None' of layer '${layerName(name)}' is incompatible with the layer: ` +
      `expected ${rule}=${expected}, found ndim=${shape.length}. Full shape received: ${printShape(shape)}`,
  );
  const advice = `${name} takes ${wants}; ${printShape(shape)} has ${shape.length} axes.${after(shape, expected)}`;
  return problem('wrong-rank', 'call', error, advice);
}

function after(shape: Shape, expected: number): string {
  if (shape.length === 2 && expected > 2) {
    return ' A Flatten, a Dense or a global pooling layer before it has taken the height and width away: move it behind.';
  }
  return shape.length === expected - 1 ? ' Is the channel axis or the batch axis missing?' : '';
}

const spatialNames = { 1: 'steps', 2: 'height, width', 3: 'depth, height, width' } as const;

/** `batch, height, width and channels`, for advice. */
export const axesOf = (rank: SpatialRank): string =>
  `${rank + 2} axes (batch, ${spatialNames[rank]} and channels)`;
