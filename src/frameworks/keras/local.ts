import { inferShape, type Shape, type SpatialRank } from '../../pooling/index.ts';
import { localWindow, maximum, mean, planeIndices } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Configuration, Inferred, Refusal } from '../framework.ts';
import { intTuple, str } from '../literal.ts';
import { classRules } from './layer-rules.ts';
import { readLayout } from './layout.ts';
import { badPadding, tooSmall, wrongRank, zeroStride } from './refusals.ts';
import { layerName, spatialAxes } from './shapes.ts';
import { standardizeTuple } from './tuples.ts';

/** MaxPooling and AveragePooling: keras/src/layers/pooling/base_pooling.py, values as TensorFlow computes them. */
export const localRules: Rules = {
  ...classRules,
  resolve: (call) => resolveLocal(call, call.layer.rank ?? 2),
  infer(configuration, shape) {
    const rank = configuration.layer.rank ?? 2;
    if (shape.length !== rank + 2) return wrongRank(layerName(configuration), rank, shape);
    return inferLocal(configuration, shape);
  },
};

/** Checks in the order of Keras' constructor: pool_size, strides, data_format; padding waits for the shape. */
export function resolveLocal(call: Call, rank: SpatialRank): Resolved | Refusal {
  const { values, layer } = call;
  const { pool_size, strides, padding, data_format } = values;
  if (!pool_size || !strides || !padding || !data_format) throw new RangeError(`${layer.name} is not local`);

  const poolSize = standardizeTuple('pool_size', pool_size, rank, 'refused');
  if (!poolSize.ok) return poolSize;
  const step = standardizeTuple('strides', strides.type === 'none' ? pool_size : strides, rank, 'allowed');
  if (!step.ok) return step;
  const layout = readLayout(data_format, 'standardized');
  if (!layout.ok) return layout;
  const mode = padding.type === 'str' ? padding.value.toLowerCase() : '';
  if (mode !== 'valid' && mode !== 'same') return badPadding(padding);
  if (step.value.includes(0)) return zeroStride(step.value);

  return {
    ok: true,
    args: {
      ...values,
      pool_size: intTuple(poolSize.value),
      strides: intTuple(step.value),
      padding,
      data_format: str(layout.value),
    },
    operation: {
      kind: 'pool',
      axes: { rank, layout: layout.value, lead: 1, channels: true },
      reduce: layer.family.reduce === 'max' ? maximum('ignore', 'first') : mean,
      window: localWindow({
        kernel: poolSize.value,
        stride: step.value,
        ...(mode === 'same' ? { padding: { kind: 'same', odd: 'upper' } } : {}),
      }),
      indices: planeIndices,
    },
  };
}

/**
 * keras/src/ops/operation_utils.py, compute_pooling_output_shape: a "valid" window must fit. An upper-case padding
 * passes on arrays alone, so it is refused as soon as a dimension is open.
 */
export function inferLocal(configuration: Configuration, shape: Shape): Inferred | Refusal {
  const { operation, args, layer } = configuration;
  const { padding } = args;
  const symbolic = shape.includes(null);
  if (
    symbolic &&
    layer.form === 'class' &&
    padding?.type === 'str' &&
    padding.value !== padding.value.toLowerCase()
  ) {
    return badPadding(padding);
  }
  const derivation = inferShape(operation, shape);
  const windows = derivation.steps.filter((step) => step.kind === 'window');
  if (windows.some(({ same, output }) => !same && output !== null && output <= 0)) {
    const poolSize = windows.map((step) => step.kernel);
    const strides = windows.map((step) => step.stride);
    const spatial = spatialAxes(operation.axes);
    const kind = layer.family.reduce === 'max' ? 'Max' : 'Average';
    const instead = `Global${kind}Pooling${operation.axes.rank}D()`;
    return tooSmall(shape, spatial, { poolSize, strides }, instead);
  }
  return { ok: true, operation, derivation };
}
