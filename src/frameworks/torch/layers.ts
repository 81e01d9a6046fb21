import type { SpatialRank } from '../../pooling/index.ts';
import type { Definition, Rules } from '../definition.ts';
import type { LayerFamily, Parameter } from '../framework.ts';
import { adaptiveRules } from './adaptive.ts';
import type { Callee } from './callee.ts';
import { fractionalRules } from './fractional.ts';
import { localRules } from './local.ts';
import { lpRules } from './lp.ts';
import { layerNotes } from './notes.ts';
import * as parameter from './parameters.ts';
import { unpoolRules } from './unpool.ts';

/** One module per row and rank. */
interface Row {
  readonly name: string;
  readonly ranks: readonly SpatialRank[];
  readonly family: LayerFamily;
  /** The class whose `__init__` a traceback names, null for the module's own. */
  readonly initializer: string | null;
  readonly parameters: (rank: SpatialRank) => readonly Parameter[];
  readonly callParameters: readonly Parameter[];
  readonly rules: (callee: Callee) => Rules;
}

const ranks: readonly SpatialRank[] = [1, 2, 3];
const { input, kernelSize, stride, padding, dilation, returnIndices, ceilMode, countIncludePad } = parameter;

const rows: readonly Row[] = [
  {
    name: 'MaxPool',
    ranks,
    family: { reduce: 'max', window: 'local' },
    initializer: '_MaxPoolNd',
    parameters: () => [kernelSize, stride, padding, dilation, returnIndices, ceilMode],
    callParameters: [input],
    rules: localRules,
  },
  {
    name: 'AvgPool',
    ranks,
    family: { reduce: 'average', window: 'local' },
    initializer: null,
    parameters: (rank) => [
      ...[kernelSize, stride, padding, ceilMode, countIncludePad],
      ...(rank === 1 ? [] : [parameter.divisorOverride]),
    ],
    callParameters: [input],
    rules: localRules,
  },
  {
    name: 'AdaptiveMaxPool',
    ranks,
    family: { reduce: 'max', window: 'adaptive' },
    initializer: '_AdaptiveMaxPoolNd',
    parameters: () => [parameter.outputSize, returnIndices],
    callParameters: [input],
    rules: adaptiveRules,
  },
  {
    name: 'AdaptiveAvgPool',
    ranks,
    family: { reduce: 'average', window: 'adaptive' },
    initializer: '_AdaptiveAvgPoolNd',
    parameters: () => [parameter.outputSize],
    callParameters: [input],
    rules: adaptiveRules,
  },
  {
    name: 'LPPool',
    ranks,
    family: { reduce: 'lp', window: 'local' },
    initializer: '_LPPoolNd',
    parameters: () => [parameter.normType, kernelSize, stride, ceilMode],
    callParameters: [input],
    rules: lpRules,
  },
  {
    name: 'FractionalMaxPool',
    ranks: [2, 3],
    family: { reduce: 'max', window: 'fractional' },
    initializer: null,
    parameters: () => [
      ...[kernelSize, parameter.fractionalSize, parameter.outputRatio],
      ...[returnIndices, parameter.randomSamples],
    ],
    callParameters: [input],
    rules: fractionalRules,
  },
  {
    name: 'MaxUnpool',
    ranks,
    family: { reduce: 'max', window: 'unpool' },
    initializer: null,
    parameters: () => [kernelSize, stride, padding],
    callParameters: [input, parameter.indices, parameter.unpooledSize],
    rules: unpoolRules,
  },
];

/** The pooling modules of torch.nn. */
export const torchModules: readonly Definition[] = rows.flatMap((row) =>
  row.ranks.map((rank) => {
    const name = `${row.name}${rank}d`;
    return {
      layer: {
        framework: 'torch',
        name,
        aliases: [],
        form: 'class',
        rank,
        family: row.family,
        parameters: row.parameters(rank),
        callParameters: row.callParameters,
        documentation: `https://docs.pytorch.org/docs/stable/generated/torch.nn.${name}.html`,
        notes: layerNotes(row.family),
      },
      rules: row.rules({ name: `${row.initializer ?? name}.__init__`, parser: 'python' }),
    };
  }),
);
