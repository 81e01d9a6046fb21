import type { Shape, SpatialRank } from '../../pooling/index.ts';
import { type Problem, problem, runtimeError } from '../problem.ts';
import { printSizes } from '../shape/dimensions.ts';

const axes = { 1: 'length', 2: 'height, width', 3: 'depth, height, width' } as const;

/** Refuses any shape but channels and spatial axes, with or without a batch in front. */
export function checkSpatial(op: string, rank: SpatialRank, shape: Shape): Problem | null {
  if (shape.length === rank + 1 || shape.length === rank + 2) return null;
  const error = runtimeError(
    `Expected ${rank + 1}D (unbatched) or ${rank + 2}D (batched) input to ${op}, ` +
      `but got input of size: ${printSizes(shape)}`,
  );
  const flat = shape.length <= 2 ? ' After a flatten there is no map left to slide over.' : '';
  const advice = `It takes (batch, channels, ${axes[rank]}), with or without the batch; ${printSizes(shape)} has ${shape.length} axes.${flat}`;
  return problem('wrong-rank', 'call', error, advice);
}
