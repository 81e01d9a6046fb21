import { inferShape, type PoolOperation } from '../../pooling/index.ts';
import type { Sweep } from '../map/sweep.ts';

/**
 * How the window of a bare map's operation moves along each axis: local windows as resolved, a global one as a window
 * as large as the map, an adaptive one where the output size divides the input size. Null where no window slides:
 * overlapping adaptive bins, fractional pooling, an empty output.
 */
export function sweepsOf(operation: PoolOperation, sizes: readonly number[]): readonly Sweep[] | null {
  const sweeps = inferShape(operation, sizes).steps.map((step): Sweep | null => {
    const input = step.input ?? 0;
    if (step.kind === 'global') return evenly(input, 1);
    if (step.kind === 'adaptive') return evenly(input, step.output ?? 0);
    if (step.kind !== 'window') return null;
    const { kernel, stride, dilation, output, begin, end } = step;
    if (output === null || output < 1 || begin === null || end === null) return null;
    return { input, output, kernel, stride, dilation, begin, end };
  });
  return sweeps.every((sweep) => sweep !== null) ? sweeps : null;
}

function evenly(input: number, output: number): Sweep | null {
  if (output < 1 || input < 1 || input % output !== 0) return null;
  const kernel = input / output;
  return { input, output, kernel, stride: kernel, dilation: 1, begin: 0, end: 0 };
}
