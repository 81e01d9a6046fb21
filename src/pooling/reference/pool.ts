import type { Extra, Forward } from '../extra.ts';
import { inferShape } from '../infer-shape.ts';
import type { PoolOperation } from '../operation.ts';
import { type Tensor, zeros } from '../tensor.ts';
import { indexOf } from '../window/index-rule.ts';
import { type Plan, planWindows } from '../window/plan.ts';
import { average } from './average.ts';
import { type ExtremeRule, extreme, nowhere } from './extreme.ts';
import { lp } from './lp.ts';
import { maskedAverage, maskFor } from './masked-average.ts';
import { samplesFor } from './samples.ts';

/** Pools by the plain loops: exact for every operation, fast for small inputs. */
export function pool(operation: PoolOperation, input: Tensor, extra: Extra): Forward {
  const output = zeros(inferShape(operation, input.shape).output, input);
  const plans = planWindows(operation, input.shape, samplesFor(input, extra));
  const { reduce } = operation;
  const mask = maskFor(operation, extra);
  switch (reduce.kind) {
    case 'max':
    case 'min':
      return { output, indices: poolExtreme(operation, reduce, plans, input, output, extra) };
    case 'average':
      for (const plan of plans) {
        if (mask === undefined) average(plan, operation, input.data, output.data);
        else maskedAverage(plan, mask, input.data, output.data);
      }
      return { output, indices: null };
    case 'lp':
      for (const plan of plans) lp(plan, operation, reduce, input.data, output.data);
      return { output, indices: null };
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
