import { windowAt } from '../../pooling/index.ts';
import type { ComparisonInput } from '../comparison/input.ts';
import type { PooledPlane } from './plane.ts';
import { sweepsOf } from './sweeps.ts';

/**
 * What `drawGlobalVersusLocal` needs: the same plane through a local and a global layer, out of `channels`. Null for
 * other reductions than an average and a maximum, for one of each, and where no local window slides.
 */
export function comparisonInput(
  local: PooledPlane,
  global: PooledPlane,
  channels: number | null,
): ComparisonInput | null {
  const { kind } = local.operation.reduce;
  const sweeps = sweepsOf(local.operation, local.input.shape);
  if (sweeps === null || (kind !== 'average' && kind !== 'max')) return null;
  if (global.operation.reduce.kind !== kind) return null;
  const first = windowAt(
    local.operation,
    local.input.shape,
    sweeps.map(() => 0),
  );
  return {
    input: local.input,
    channels,
    reduce: kind,
    local: {
      layer: local.layer,
      sweeps,
      output: { shape: sweeps.map((sweep) => sweep.output), data: local.output.data },
      divisor: first.divisor ?? first.realCells,
    },
    global: { layer: global.layer, value: global.output.data[0] ?? Number.NaN },
  };
}
