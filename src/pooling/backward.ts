import { at, cell } from './element.ts';
import type { Extra } from './extra.ts';
import { averageGradient, maskedAverageGradient } from './gradient/average-gradient.ts';
import { routeToExtreme, splitAmongExtremes } from './gradient/extreme-gradient.ts';
import { lpGradient } from './gradient/lp-gradient.ts';
import { inferShape } from './infer-shape.ts';
import type { Operation, PoolOperation } from './operation.ts';
import { maskFor } from './reference/masked-average.ts';
import { samplesFor } from './reference/samples.ts';
import { eachTarget } from './reference/unpool.ts';
import { type Tensor, zeros } from './tensor.ts';
import { planWindows } from './window/plan.ts';

/**
 * The gradient of sum(output * upstream) for the input, in the input's shape and kind of array. Give it the extra
 * that `forward` got. An average that truncates has the gradient it would have without.
 *
 * Throws RangeError when `upstream` has not the output's shape, and where `forward` would.
 */
export function backward(operation: Operation, input: Tensor, upstream: Tensor, extra: Extra = {}): Tensor {
  const { output } = inferShape(operation, input.shape);
  if (output.length !== upstream.shape.length || output.some((n, axis) => n !== at(upstream.shape, axis))) {
    throw new RangeError(`upstream has shape ${upstream.shape}, the output ${output}`);
  }
  const gradient = new Float64Array(input.data.length);
  if (operation.kind === 'unpool') {
    eachTarget(operation, input.shape, upstream.shape, extra, (source, target) => {
      gradient[source] = cell(upstream.data, target);
    });
  } else {
    poolGradient(operation, input, upstream, extra, gradient);
  }
  const result = zeros(input.shape, input);
  result.data.set(gradient);
  return result;
}

function poolGradient(
  operation: PoolOperation,
  input: Tensor,
  upstream: Tensor,
  extra: Extra,
  gradient: Float64Array,
): void {
  const { reduce } = operation;
  const mask = maskFor(operation, extra);
  for (const plan of planWindows(operation, input.shape, samplesFor(input, extra))) {
    switch (reduce.kind) {
      case 'max':
      case 'min': {
        const share = reduce.ties === 'first' ? routeToExtreme : splitAmongExtremes;
        share(plan, reduce, input.data, upstream.data, gradient);
        break;
      }
      case 'average':
        if (mask === undefined) averageGradient(plan, operation, upstream.data, gradient);
        else maskedAverageGradient(plan, mask, upstream.data, gradient);
        break;
      case 'lp':
        lpGradient(plan, operation, reduce, input.data, upstream.data, gradient);
        break;
    }
  }
}
