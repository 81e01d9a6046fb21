import type { Shape } from '../../pooling/index.ts';
import { type Definition, type Resolved, type Rules, withRank } from '../definition.ts';
import type {
  CallContext,
  Configuration,
  Inferred,
  Layer,
  LayerFamily,
  Parameter,
  Refusal,
  VersionNote,
} from '../framework.ts';
import { refuse, valueError } from '../refusal.ts';
import { impliedRank, spatialRank } from '../values/rank.ts';
import { inferAdaptive, resolveAdaptive } from './adaptive.ts';
import { functionRules } from './layer-rules.ts';
import { inferLocal, resolveLocal } from './local.ts';
import { dataFormat, inputs, outputSize, padding, poolSize, strides } from './parameters.ts';

/** They check nothing themselves: what a class refuses with a message fails somewhere in the backend here. */
function withoutWords(outcome: Resolved | Refusal, values: Resolved['args']): Resolved | Refusal {
  if (outcome.ok) return { ...outcome, args: { ...values, ...unsized(outcome, values) } };
  return outcome.stage === 'constructor'
    ? { ...outcome, stage: 'call', message: null, exception: null }
    : outcome;
}

/** A single int stays one, because the rank comes with the input; only strides=None is worked out. */
function unsized({ args }: Resolved, { strides: step, pool_size }: Resolved['args']): Resolved['args'] {
  const { data_format } = args;
  return {
    ...(data_format ? { data_format } : {}),
    ...(step?.type === 'none' && pool_size ? { strides: pool_size } : {}),
  };
}

const localRules: Rules = {
  ...functionRules,
  resolve(call) {
    const { pool_size, strides: step } = call.values;
    return withoutWords(resolveLocal(call, call.rank ?? impliedRank(pool_size, step)), call.values);
  },
  infer: (configuration, shape, context) =>
    fitRank(configuration, shape, context, (fitted) => inferLocal(fitted, shape)),
};

const adaptiveRules: Rules = {
  ...functionRules,
  resolve: (call) =>
    withoutWords(resolveAdaptive(call, call.rank ?? impliedRank(call.values.output_size)), call.values),
  infer: (configuration, shape, context) =>
    fitRank(configuration, shape, context, (fitted) => inferAdaptive(fitted, shape)),
};

/** The rank comes from the input (keras/src/backend/tensorflow/nn.py). */
function fitRank(
  configuration: Configuration,
  shape: Shape,
  context: CallContext,
  next: (fitted: Configuration) => Inferred | Refusal,
): Inferred | Refusal {
  const { layer } = configuration;
  const rank = spatialRank(shape);
  if (rank === null) {
    const message =
      layer.family.window === 'adaptive'
        ? `${layer.name} supports 1D, 2D, or 3D inputs only.`
        : `Input rank not supported: ${shape.length}. Expected values are [3, 4, 5]`;
    const advice = `${layer.name} takes 3, 4 or 5 axes with batch and channels; there are ${shape.length}.`;
    return refuse('wrong-rank', 'call', valueError(message), advice);
  }
  const rules = layer.family.window === 'adaptive' ? adaptiveRules : localRules;
  const resolved = rules.resolve(withRank(configuration, rank, context));
  return resolved.ok ? next({ ...configuration, operation: resolved.operation }) : resolved;
}

const stridesTrap: VersionNote = {
  versions: 'Keras 3 on JAX and NumPy',
  text: 'Without strides it fails ("inconsistent window_strides and window_dimensions"); the layers are safe.',
};

const symbolicShape: VersionNote = {
  versions: 'Keras 3',
  text: 'On symbolic input with channels_last it infers a wrong rank; the adaptive layers are right.',
};

function define(
  name: string,
  reduce: 'max' | 'average',
  window: 'local' | 'adaptive',
  parameters: readonly Parameter[],
): Definition {
  const family: LayerFamily = { reduce, window };
  const layer: Layer = {
    framework: 'keras',
    name,
    aliases: [],
    form: 'function',
    rank: null,
    family,
    parameters: [inputs, ...parameters, dataFormat],
    callParameters: [],
    documentation: 'https://keras.io/api/ops/nn/',
    notes: [window === 'local' ? stridesTrap : symbolicShape],
  };
  return { layer, rules: window === 'local' ? localRules : adaptiveRules };
}

const local = [poolSize(2, true), strides(2), padding];

/** The pooling functions of keras.ops. */
export const kerasFunctions: readonly Definition[] = [
  define('max_pool', 'max', 'local', local),
  define('average_pool', 'average', 'local', local),
  define('adaptive_max_pool', 'max', 'adaptive', [outputSize]),
  define('adaptive_average_pool', 'average', 'adaptive', [outputSize]),
];
