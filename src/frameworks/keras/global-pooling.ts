import { inferShape } from '../../pooling/index.ts';
import { maximum, mean, planeIndices } from '../canonical.ts';
import type { Rules } from '../definition.ts';
import { bool, str } from '../literal.ts';
import { refuse } from '../refusal.ts';
import { isTruthy } from '../values/integers.ts';
import { classRules } from './layer-rules.ts';
import { readLayout } from './layout.ts';
import { emptyMaximum } from './messages.ts';
import { wrongRank } from './refusals.ts';
import { layerName } from './shapes.ts';

/**
 * GlobalMaxPooling and GlobalAveragePooling: keras/src/layers/pooling/base_global_pooling.py. They are reductions, so
 * NaN propagates, equal maxima share the gradient, and a maximum of nothing is refused where a mean of nothing is NaN.
 */
export const globalRules: Rules = {
  ...classRules,
  resolve({ layer, values }) {
    const { data_format, keepdims } = values;
    if (!data_format || !keepdims) throw new RangeError(`${layer.name} is not global`);
    const layout = readLayout(data_format, 'standardized');
    if (!layout.ok) return layout;
    const kept = isTruthy(keepdims);
    return {
      ok: true,
      args: { ...values, data_format: str(layout.value), keepdims: bool(kept) },
      operation: {
        kind: 'pool',
        axes: { rank: layer.rank ?? 2, layout: layout.value, lead: 1, channels: true },
        reduce: layer.family.reduce === 'max' ? maximum('propagate', 'split') : mean,
        window: { kind: 'global', keepdims: kept },
        indices: planeIndices,
      },
    };
  },
  infer(configuration, shape) {
    const { operation } = configuration;
    const { rank } = operation.axes;
    if (shape.length !== rank + 2) return wrongRank(layerName(configuration), rank, shape);
    return { ok: true, operation, derivation: inferShape(operation, shape) };
  },
  admit(configuration, inferred, data, context) {
    const empty = inferred.derivation.steps.some((step) => step.kind === 'global' && step.input === 0);
    if (empty && configuration.layer.family.reduce === 'max') {
      const advice =
        'The input has no cells to take a maximum of. Check the layers before: one shrank a side to 0.';
      return refuse('empty-axis', 'call', emptyMaximum, advice);
    }
    return classRules.admit(configuration, inferred, data, context);
  },
};
