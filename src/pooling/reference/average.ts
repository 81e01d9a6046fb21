import type { PoolOperation } from '../operation.ts';
import type { Plan } from '../window/plan.ts';
import { cellCount, slide } from '../window/slide.ts';
import { divisorIn, divisorOf } from './divisor.ts';
import { sumWindow } from './window-sum.ts';

type Data = Float32Array | Float64Array;

/** Averages every window of the plan into `output`. */
export function average(plan: Plan, operation: PoolOperation, input: Data, output: Data): void {
  const truncate = operation.reduce.kind === 'average' && operation.reduce.truncate;
  // A local window of nothing but padding averages to 0 (PyTorch, ONNX); the mean of an empty map is NaN everywhere.
  const isLocal = operation.window.kind === 'local';
  const divisor = divisorOf(operation);
  slide(plan, (target, start, patch) => {
    const isEmpty = isLocal && cellCount(patch) === 0;
    const mean = isEmpty ? 0 : sumWindow(input, start, patch) / divisorIn(patch, divisor);
    output[target] = truncate ? Math.trunc(mean) + 0 : mean;
  });
}
