import type { SpatialRank } from '../../pooling/index.ts';
import type { Definition, Rules } from '../definition.ts';
import type { Layer, LayerFamily, Parameter } from '../framework.ts';
import { adaptiveRules } from './adaptive.ts';
import { globalRules } from './global-pooling.ts';
import { localRules } from './local.ts';
import { layerNotes } from './notes.ts';
import {
  dataFormat,
  inputs,
  keepdims,
  mask,
  name,
  outputSize,
  padding,
  poolSize,
  strides,
} from './parameters.ts';

const ranks: readonly SpatialRank[] = [1, 2, 3];

/** One class per row and rank; `alias` is the short name that Keras exports too. */
interface Row {
  readonly name: string;
  readonly alias: string | null;
  readonly family: LayerFamily;
  readonly rules: Rules;
  readonly parameters: (rank: SpatialRank) => readonly Parameter[];
}

const local = (required: boolean) => (rank: SpatialRank) => [
  poolSize(rank, required),
  strides(rank),
  padding,
  dataFormat,
  name,
];
const global = () => [dataFormat, keepdims];
const adaptive = () => [outputSize, dataFormat];

const rows: readonly Row[] = [
  {
    name: 'MaxPooling',
    alias: 'MaxPool',
    family: { reduce: 'max', window: 'local' },
    rules: localRules,
    parameters: local(false),
  },
  {
    name: 'AveragePooling',
    alias: 'AvgPool',
    family: { reduce: 'average', window: 'local' },
    rules: localRules,
    parameters: local(true),
  },
  {
    name: 'GlobalMaxPooling',
    alias: 'GlobalMaxPool',
    family: { reduce: 'max', window: 'global' },
    rules: globalRules,
    parameters: global,
  },
  {
    name: 'GlobalAveragePooling',
    alias: 'GlobalAvgPool',
    family: { reduce: 'average', window: 'global' },
    rules: globalRules,
    parameters: global,
  },
  {
    name: 'AdaptiveMaxPooling',
    alias: null,
    family: { reduce: 'max', window: 'adaptive' },
    rules: adaptiveRules,
    parameters: adaptive,
  },
  {
    name: 'AdaptiveAveragePooling',
    alias: null,
    family: { reduce: 'average', window: 'adaptive' },
    rules: adaptiveRules,
    parameters: adaptive,
  },
];

/** The 18 classes of keras.layers with their 12 short names. */
export const kerasLayers: readonly Definition[] = rows.flatMap((row) =>
  ranks.map((rank) => ({ layer: layerOf(row, rank), rules: row.rules })),
);

function layerOf(row: Row, rank: SpatialRank): Layer {
  const className = `${row.name}${rank}D`;
  const masked = row.family.window === 'global' && row.family.reduce === 'average' && rank === 1;
  return {
    framework: 'keras',
    name: className,
    aliases: row.alias === null ? [] : [`${row.alias}${rank}D`],
    form: 'class',
    rank,
    family: row.family,
    parameters: row.parameters(rank),
    callParameters: masked ? [inputs, mask] : [inputs],
    documentation: `https://keras.io/api/layers/pooling_layers/${pageOf(row.name)}_pooling${rank}d/`,
    notes: layerNotes(row.family, rank),
  };
}

/** `GlobalAveragePooling` → `global_average`. */
function pageOf(name: string): string {
  return name
    .replace(/Pooling$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toLowerCase();
}
