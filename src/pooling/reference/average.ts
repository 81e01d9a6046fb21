import type { PoolOperation } from '../operation.ts';
import type { Plan } from '../window/plan.ts';
import { cellCount, type Patch, slide } from '../window/slide.ts';
import { divisorOf } from './divisor.ts';
import { sumWindow } from './window-sum.ts';

type Data = Float32Array | Float64Array;

/** Averages every window of the plan into `output`. */
export function average(plan: Plan, operation: PoolOperation, input: Data, output: Data): void {
  const truncate = operation.reduce.kind === 'average' && operation.reduce.truncate;
  slide(plan, (target, start, patch) => {
    const mean = meanOf(operation, patch, sumWindow(input, start, patch));
    output[target] = truncate ? Math.trunc(mean) + 0 : mean;
  });
}

// A local window of nothing but padding averages to 0 (PyTorch, ONNX); the mean of an empty map is NaN everywhere.
function meanOf(operation: PoolOperation, patch: Readonly<Patch>, sum: number): number {
  if (operation.window.kind === 'local' && cellCount(patch) === 0) return 0;
  return sum / divisorOf(operation, patch);
}
