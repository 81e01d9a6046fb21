import { type IndexRule, inferShape, type Shape, type SpatialRank } from '../../pooling/index.ts';
import { windowTooLarge } from '../advice/window.ts';
import { pythonError } from '../binding/python-errors.ts';
import { localWindow, maximum, mean, planeIndices } from '../canonical.ts';
import { type Call, type Resolved, type Rules, withRank } from '../definition.ts';
import type { CallContext, Configuration, Inferred, Refusal } from '../framework.ts';
import { refuseDtype } from '../keras/dtypes.ts';
import { none } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { combine, type Result, refuse, success } from '../refusal.ts';
import { print } from '../repr.ts';
import { isTruthy, repeated } from '../values/integers.ts';
import { spatialRank } from '../values/rank.ts';
import { formatRank, readDataFormat } from './data-format.ts';
import * as messages from './messages.ts';
import { readPadding } from './padding.ts';
import { readSequence, sequenceRank } from './sequences.ts';

/** What sets one of these functions apart from the others. */
export interface Traits {
  /** What it calls the window. */
  readonly window: 'ksize' | 'window_shape';
  readonly explicitPadding: boolean;
  readonly indices: boolean;
}

/** tf.nn.max_pool and its kin (tensorflow/python/ops/nn_ops.py), values as on the CPU. */
export function localRules(traits: Traits): Rules {
  const rules: Rules = {
    bindingError: (layer, fault) => pythonError(fault, layer.name, 0),
    keywords: 'strict',
    resolve: (call) => resolveLocal(call, traits),
    infer(configuration, shape, context) {
      const fitted = fitRank(rules, configuration, shape, context);
      return fitted.ok ? inferLocal(fitted, shape, traits) : fitted;
    },
    admit: ({ layer }, { operation }, _data, { dtype }) =>
      operation.axes.layout === 'channels_first' && layer.family.reduce === 'max'
        ? refuse(
            'unsupported',
            'call',
            messages.channelsFirstOnCpu,
            'Transpose to channels last first, or use Keras.',
          )
        : refuseDtype(layer, dtype ?? 'float32'),
    returnsIndices: () => traits.indices,
  };
  return rules;
}

function resolveLocal({ layer, values, rank: known }: Call, traits: Traits): Resolved | Refusal {
  const { [traits.window]: window = none, strides = none, data_format = none, dilations = none } = values;
  const layout = readDataFormat(data_format);
  if (!layout.ok) return layout;
  const rank = known ?? formatRank(data_format) ?? sequenceRank(window) ?? 2;
  const read = combine({
    kernel: readSequence(traits.window, window, rank, layout.value),
    stride:
      strides.type === 'none'
        ? success(repeated(1, rank))
        : readSequence('strides', strides, rank, layout.value),
    padding: readPadding(values.padding ?? none, rank, layout.value, traits.explicitPadding && rank === 2),
    dilation:
      dilations.type === 'none'
        ? success(repeated(1, rank))
        : readSequence('dilations', dilations, rank, layout.value),
    average: readAverage(layer.family.reduce === 'average', values.pooling_type),
  });
  if (!read.ok) return read;
  const { kernel, stride, padding, dilation, average } = read.value;
  if (dilation.some((gap) => gap > 1)) {
    if (stride.some((step) => step > 1)) {
      const advice = 'tf.nn.pool takes strides or dilations above 1, not both.';
      return refuse('conflicting-arguments', 'call', messages.stridedDilation, advice);
    }
    if (padding.kind === 'same') {
      const advice = 'With dilations TensorFlow pads with zeros even for a maximum; I compute "VALID" only.';
      return refuse('unsupported', 'call', null, advice);
    }
  }
  return {
    ok: true,
    args: values,
    operation: {
      kind: 'pool',
      axes: { rank, layout: layout.value, lead: 1, channels: true },
      reduce: average ? mean : maximum('ignore', 'first'),
      window: localWindow({ kernel, stride, dilation, padding }),
      indices: indexRule(traits, values),
    },
  };
}

/** tf.nn.pool is told what to do by `pooling_type`. */
function readAverage(average: boolean, type: PythonValue | undefined): Result<boolean> {
  if (type === undefined) return success(average);
  const name = print(type);
  if (name === 'AVG' || name === 'MAX') return success(name === 'AVG');
  return refuse('bad-choice', 'call', null, `pooling_type is "MAX" or "AVG", not ${name}.`);
}

function indexRule({ indices }: Traits, values: Call['values']): IndexRule {
  if (!indices) return planeIndices;
  const batch = isTruthy(values.include_batch_in_index);
  return { base: batch ? 'batch-with-channels' : 'image-with-channels', order: 'row-major' };
}

function fitRank(
  rules: Rules,
  configuration: Configuration,
  shape: Shape,
  context: CallContext,
): Configuration | Refusal {
  const { layer } = configuration;
  const found: SpatialRank | null = spatialRank(shape);
  if (found === null || (layer.rank !== null && found !== layer.rank)) {
    const wanted = layer.rank === null ? '3, 4 or 5' : String(layer.rank + 2);
    const advice = `${layer.name} takes ${wanted} axes with batch and channels; there are ${shape.length}.`;
    return refuse('wrong-rank', 'call', found === null ? messages.badRank(shape.length) : null, advice);
  }
  const resolved = rules.resolve(withRank(configuration, found, context));
  return resolved.ok ? { ...configuration, operation: resolved.operation } : resolved;
}

/** In a graph a window that does not fit is refused; on plain tensors TensorFlow returns an empty one. */
export function inferLocal(
  { operation }: Configuration,
  shape: Shape,
  { window: argument }: Pick<Traits, 'window'> | { readonly window: 'pool_size' },
): Inferred | Refusal {
  const derivation = inferShape(operation, shape);
  const windows = derivation.steps.filter((step) => step.kind === 'window');
  const wrong = windows.find(({ output }) => output !== null && output < 1);
  if (wrong === undefined) return { ok: true, operation, derivation };
  const kernel = windows.map((step) => step.kernel);
  const span = windows.map((step) => step.dilation * (step.kernel - 1) + 1);
  const room = windows.map((step) => step.input);
  const advice = windowTooLarge({
    argument,
    kernel,
    span,
    room,
    padded: false,
    instead: 'tf.reduce_mean or tf.reduce_max',
  });
  const error = messages.negativeDimension(wrong.dilation * (wrong.kernel - 1) + 1, wrong.input ?? 0);
  return refuse('window-too-large', 'shape', error, advice);
}
