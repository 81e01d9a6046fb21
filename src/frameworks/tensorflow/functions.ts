import type { SpatialRank } from '../../pooling/index.ts';
import type { Definition, Rules } from '../definition.ts';
import type { LayerFamily, Parameter, VersionNote } from '../framework.ts';
import { fractionalRules } from './fractional.ts';
import { layersRules } from './layers-functions.ts';
import { localRules } from './local.ts';
import * as parameter from './parameters.ts';

const { input, ksize, strides, padding, dataFormat, name } = parameter;

const maximum: LayerFamily = { reduce: 'max', window: 'local' };
const average: LayerFamily = { reduce: 'average', window: 'local' };

const nanDropped: VersionNote = { versions: 'TensorFlow on the CPU', text: 'A maximum ignores NaN.' };
const graphOnly: VersionNote = {
  versions: 'TensorFlow 2',
  text: 'A window larger than the input fails in a graph; on plain tensors the result is empty without a word.',
};
const stepOne: VersionNote = {
  versions: 'TensorFlow 2',
  text: 'tf.nn.pool steps by 1 when strides is left out; the other functions want strides.',
};
const removed: VersionNote = {
  versions: 'TensorFlow 1 (tf.compat.v1.layers until Keras 3)',
  text: 'The tf.layers functions are gone; tf.keras.layers has their successors.',
};
const random: VersionNote = { versions: 'TensorFlow', text: 'The windows are drawn at random on each call.' };

function define(
  layerName: string,
  rank: SpatialRank | null,
  family: LayerFamily,
  parameters: readonly Parameter[],
  rules: Rules,
  notes: readonly VersionNote[],
  page = `nn/${layerName}`,
): Definition {
  return {
    layer: {
      framework: 'tensorflow',
      name: layerName,
      aliases: [],
      form: 'function',
      rank,
      family,
      parameters,
      callParameters: [],
      documentation: `https://www.tensorflow.org/api_docs/python/tf/${page}`,
      notes,
    },
    rules,
  };
}

const maxRules = localRules({ window: 'ksize', explicitPadding: true, indices: false });
const averageRules = localRules({ window: 'ksize', explicitPadding: false, indices: false });
const poolRules = localRules({ window: 'window_shape', explicitPadding: false, indices: false });
const argmaxRules = localRules({ window: 'ksize', explicitPadding: false, indices: true });

const windowed = (format: string | null) => [input, ksize, strides, padding, dataFormat(format), name];
const ranked = [
  [1, 'NWC'],
  [2, 'NHWC'],
  [3, 'NDHWC'],
] as const;

/** The pooling functions of tf.nn. */
const nnFunctions: readonly Definition[] = [
  define('max_pool', null, maximum, windowed(null), maxRules, [nanDropped, graphOnly]),
  ...ranked.map(([rank, format]) =>
    define(`max_pool${rank}d`, rank, maximum, windowed(format), maxRules, [nanDropped, graphOnly]),
  ),
  define('avg_pool', null, average, windowed(null), averageRules, [graphOnly]),
  ...ranked.map(([rank, format]) =>
    define(`avg_pool${rank}d`, rank, average, windowed(format), averageRules, [graphOnly]),
  ),
  define(
    'pool',
    null,
    maximum,
    [
      ...[input, parameter.windowShape, parameter.poolingType, parameter.optionalStrides],
      ...[parameter.optionalPadding, dataFormat(null), parameter.dilations, name],
    ],
    poolRules,
    [stepOne, graphOnly],
  ),
  define(
    'max_pool_with_argmax',
    2,
    maximum,
    [
      ...[input, ksize, strides, padding, dataFormat('NHWC')],
      ...[parameter.outputDtype, parameter.includeBatch, name],
    ],
    argmaxRules,
    [nanDropped, graphOnly],
  ),
  ...(['max', 'avg'] as const).map((kind) =>
    define(
      `fractional_${kind}_pool`,
      2,
      { reduce: kind === 'max' ? 'max' : 'average', window: 'fractional' },
      [
        ...[parameter.value, parameter.poolingRatio, parameter.pseudoRandom],
        ...[parameter.overlapping, parameter.seed, name],
      ],
      fractionalRules,
      [random],
    ),
  ),
];

const layerParameters = [
  ...[parameter.inputs, parameter.poolSize, strides],
  ...[parameter.lowerPadding, parameter.layout, name],
];

/** The functions of TensorFlow 1's tf.layers, for code from older courses. */
const oldFunctions: readonly Definition[] = (['max', 'average'] as const).flatMap((kind) =>
  ranked.map(([rank]) =>
    define(
      `${kind}_pooling${rank}d`,
      rank,
      kind === 'max' ? maximum : average,
      layerParameters,
      layersRules,
      [removed],
      `compat/v1/layers/${kind}_pooling${rank}d`,
    ),
  ),
);

export const tensorflowFunctions: readonly Definition[] = [...nnFunctions, ...oldFunctions];
