import { inferShape, type Shape, type SpatialRank } from '../../pooling/index.ts';
import { sizes } from '../advice/sizes.ts';
import { maximum, mean, planeIndices } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Configuration, Inferred, Refusal } from '../framework.ts';
import { intTuple, str } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success } from '../refusal.ts';
import { print } from '../repr.ts';
import { asInt, asInts, repeated } from '../values/integers.ts';
import { classRules } from './layer-rules.ts';
import { readLayout } from './layout.ts';
import { badOutputLength, badOutputSize } from './messages.ts';

/** AdaptiveAveragePooling and AdaptiveMaxPooling: keras/src/layers/pooling/base_adaptive_pooling.py. */
export const adaptiveRules: Rules = {
  ...classRules,
  resolve: (call) => resolveAdaptive(call, call.layer.rank ?? 2),
  infer: (configuration, shape) => inferAdaptive(configuration, shape),
};

export function resolveAdaptive({ layer, values }: Call, rank: SpatialRank): Resolved | Refusal {
  const { output_size, data_format } = values;
  if (!output_size || !data_format) throw new RangeError(`${layer.name} is not adaptive`);
  const size = readOutputSize(output_size, rank);
  if (!size.ok) return size;
  const layout = readLayout(data_format, layer.form === 'class' ? 'adaptive' : 'standardized');
  if (!layout.ok) return layout;
  return {
    ok: true,
    args: { ...values, output_size: intTuple(size.value), data_format: str(layout.value) },
    operation: {
      kind: 'pool',
      axes: { rank, layout: layout.value, lead: 1, channels: true },
      reduce: layer.family.reduce === 'max' ? maximum('ignore', 'first') : mean,
      window: { kind: 'adaptive', outputSize: size.value },
      indices: planeIndices,
    },
  };
}

/** Keras has no rank check here: a wrong rank runs on TensorFlow and JAX and gives a wrong result. */
export function inferAdaptive({ operation, layer }: Configuration, shape: Shape): Inferred | Refusal {
  const { rank } = operation.axes;
  if (shape.length !== rank + 2) {
    const advice =
      `${layer.name} is meant for ${rank + 2} axes and (${shape.map((size) => size ?? 'None').join(', ')}) has ` +
      `${shape.length}. Keras does not check it, and what comes out is wrong; give it a batch axis and a channel axis.`;
    return refuse('wrong-rank', 'call', null, advice);
  }
  const derivation = inferShape(operation, shape);
  const empty = derivation.steps.some((step) => step.kind === 'adaptive' && step.input === 0);
  if (empty) return refuse('empty-axis', 'call', null, 'An axis of length 0 has no cells to make bins of.');
  return { ok: true, operation, derivation };
}

function readOutputSize(value: PythonValue, rank: SpatialRank): Result<readonly number[]> {
  const example =
    rank === 1 ? 'output_size=4' : `output_size=4 or output_size=(${repeated(4, rank).join(', ')})`;
  const advice = `output_size=${print(value)} does not fit: ${rank} whole numbers above 0, for example ${example}.`;
  const single = asInt(value);
  const isList = value.type === 'tuple' || value.type === 'list';
  if (single === null && isList && value.items.length !== rank) {
    const error = rank === 1 ? badOutputLength(value) : badOutputSize(rank, value);
    return refuse('bad-length', 'constructor', error, advice);
  }
  if (single === null && !isList)
    return refuse('bad-type', 'constructor', badOutputSize(rank, value), advice);

  const size = single === null ? asInts(value) : repeated(single, rank);
  if (size === null) {
    const open = 'Unlike PyTorch, Keras does not take None there: name the size of that axis.';
    return refuse('bad-type', 'call', null, `${advice} ${open}`);
  }
  if (size.some((length) => length <= 0)) {
    const zero = size.includes(0) ? { message: 'division by zero', exception: 'ZeroDivisionError' } : null;
    return refuse(
      'out-of-range',
      'call',
      zero,
      `An output of ${sizes(size)} cells is not possible. ${advice}`,
    );
  }
  return success(size);
}
