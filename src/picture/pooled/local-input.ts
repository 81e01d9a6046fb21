import { type PoolOperation, windowAt } from '../../pooling/index.ts';
import type { LocalInput, LocalReduce } from '../local/input.ts';
import type { PooledPlane } from './plane.ts';
import { sweepsOf } from './sweeps.ts';

/** What `drawLocal` needs to light one output cell of a plane; null where no window slides over it. */
export function localInput(plane: PooledPlane, cell: readonly number[]): LocalInput | null {
  const { layer, operation, input, output } = plane;
  const sweeps = sweepsOf(operation, input.shape);
  if (sweeps === null) return null;
  const shape = sweeps.map((sweep) => sweep.output);
  const reduce = reduceOf(operation, input.shape, cell);
  return { layer, input, output: { shape, data: output.data }, sweeps, lit: cell, reduce };
}

const COUNTS = { real: 'real', padded: 'padded', fixed: 'fixed' } as const;

function reduceOf(operation: PoolOperation, shape: readonly number[], cell: readonly number[]): LocalReduce {
  const { reduce, window } = operation;
  const covered = windowAt(operation, shape, cell);
  switch (reduce.kind) {
    case 'max':
    case 'min':
      return { kind: reduce.kind };
    case 'average': {
      const counts = window.kind === 'local' ? COUNTS[window.divisor.kind] : 'real';
      return {
        kind: 'average',
        divisor: covered.divisor ?? covered.realCells,
        counts,
        truncated: reduce.truncate,
      };
    }
    case 'lp': {
      const whole = window.kind === 'local' ? window.kernel.reduce((cells, length) => cells * length, 1) : 0;
      const scale = reduce.clipped === 'rescaled' && whole > 0 ? whole / covered.realCells : 1;
      return { kind: 'lp', norm: reduce.norm, sign: reduce.sign, scale };
    }
  }
}
