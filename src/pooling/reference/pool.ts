import type { Extra } from '../extra.ts';
import type { PoolOperation } from '../operation.ts';
import type { Tensor } from '../tensor.ts';
import { indexOf } from '../window/index-rule.ts';
import type { Plan } from '../window/plan.ts';
import { average } from './average.ts';
import { type ExtremeRule, extreme, nowhere } from './extreme.ts';
import { lp } from './lp.ts';
import { maskedAverage, maskFor } from './masked-average.ts';

/**
 * Pools the windows of some plans into `output` by plain loops: exact for every operation, fast for small inputs.
 * Returns the indices of a maximum or minimum if they are wanted.
 */
export function pool(
  operation: PoolOperation,
  plans: readonly Plan[],
  input: Tensor,
  output: Tensor,
  extra: Extra,
): Float64Array | null {
  const { reduce } = operation;
  switch (reduce.kind) {
    case 'max':
    case 'min':
      return poolExtreme(operation, reduce, plans, input, output, extra);
    case 'average': {
      const mask = maskFor(operation, extra);
      for (const plan of plans) {
        if (mask === undefined) average(plan, operation, input.data, output.data);
        else maskedAverage(plan, mask, input.data, output.data);
      }
      return null;
    }
    case 'lp':
      for (const plan of plans) lp(plan, operation, reduce, input.data, output.data);
      return null;
  }
}

function poolExtreme(
  operation: PoolOperation,
  rule: ExtremeRule,
  plans: readonly Plan[],
  input: Tensor,
  output: Tensor,
  extra: Extra,
): Float64Array | null {
  const positions = extra.wantIndices === true ? new Float64Array(output.data.length) : null;
  for (const plan of plans) {
    extreme(plan, rule, input.data, output.data, positions);
  }
  const [plan] = plans;
  if (positions === null || plan === undefined) return positions;
  return positions.map((position) =>
    position === nowhere ? nowhere : indexOf(operation.indices, plan.input, position),
  );
}
