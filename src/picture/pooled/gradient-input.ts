import { type Tensor, windowAt } from '../../pooling/index.ts';
import type { GradientInput, GradientRule } from '../gradient/input.ts';
import type { PooledPlane } from './plane.ts';
import { sweepsOf } from './sweeps.ts';

/**
 * What `drawGradient` needs to follow the gradient of one output cell back. Null for Lp pooling, for volumes, and
 * where no window slides.
 */
export function gradientInput(
  plane: PooledPlane,
  upstream: Tensor,
  gradient: Tensor,
  cell: readonly number[],
): GradientInput | null {
  const { layer, operation, input } = plane;
  const sweeps = sweepsOf(operation, input.shape);
  const rule = ruleOf(plane, cell);
  if (sweeps === null || rule === null || sweeps.length > 2) return null;
  const arriving = { shape: sweeps.map((sweep) => sweep.output), data: upstream.data };
  return { layer, rule, input, upstream: arriving, gradient, sweeps, lit: cell };
}

function ruleOf({ operation, input }: PooledPlane, cell: readonly number[]): GradientRule | null {
  const { reduce } = operation;
  switch (reduce.kind) {
    case 'average': {
      const { divisor, realCells } = windowAt(operation, input.shape, cell);
      return { kind: 'average', divisor: divisor ?? realCells };
    }
    case 'max':
    case 'min':
      return { kind: reduce.kind, ties: reduce.ties };
    case 'lp':
      return null;
  }
}
