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

/** One function of torch.nn.functional per row and rank; `#` in a name stands for the rank. */
interface Row {
  readonly name: string;
  readonly ranks: readonly SpatialRank[];
  readonly family: LayerFamily;
  readonly callee: Callee;
  /** The function whose page documents it, where it has none of its own. */
  readonly page?: string;
  readonly parameters: readonly Parameter[];
  readonly rules: (callee: Callee) => Rules;
}

const { input, kernelSize, stride, padding, dilation, returnIndices, ceilMode, countIncludePad } = parameter;

/** Unlike the module, the function takes ceil_mode before return_indices. */
const maxParameters = [input, kernelSize, stride, padding, dilation, ceilMode, returnIndices];
const averageParameters = [input, kernelSize, stride, padding, ceilMode, countIncludePad];
const fractionalParameters = [
  ...[input, kernelSize, parameter.fractionalSize, parameter.outputRatio],
  ...[returnIndices, parameter.randomSamples],
];

const maximum: LayerFamily = { reduce: 'max', window: 'local' };
const average: LayerFamily = { reduce: 'average', window: 'local' };
const adaptiveMaximum: LayerFamily = { reduce: 'max', window: 'adaptive' };
const adaptiveAverage: LayerFamily = { reduce: 'average', window: 'adaptive' };
const fractional: LayerFamily = { reduce: 'max', window: 'fractional' };

const python = (name: string): Callee => ({ name, parser: 'python' });
const native = (name: string): Callee => ({ name, parser: 'native' });

const rows: readonly Row[] = [
  {
    name: 'max_pool#d',
    ranks: [1, 2, 3],
    family: maximum,
    callee: python('_max_pool#d'),
    parameters: maxParameters,
    rules: localRules,
  },
  {
    name: 'max_pool#d_with_indices',
    ranks: [1, 2, 3],
    family: maximum,
    callee: python('max_pool#d_with_indices'),
    page: 'max_pool#d',
    parameters: maxParameters,
    rules: localRules,
  },
  {
    name: 'avg_pool#d',
    ranks: [1],
    family: average,
    callee: native('avg_pool#d'),
    parameters: averageParameters,
    rules: localRules,
  },
  {
    name: 'avg_pool#d',
    ranks: [2, 3],
    family: average,
    callee: native('avg_pool#d'),
    parameters: [...averageParameters, parameter.divisorOverride],
    rules: localRules,
  },
  {
    name: 'adaptive_max_pool#d',
    ranks: [1, 2, 3],
    family: adaptiveMaximum,
    callee: python('_adaptive_max_pool#d'),
    parameters: [input, parameter.outputSize, returnIndices],
    rules: adaptiveRules,
  },
  {
    name: 'adaptive_max_pool#d_with_indices',
    ranks: [1, 2, 3],
    family: adaptiveMaximum,
    callee: python('adaptive_max_pool#d_with_indices'),
    page: 'adaptive_max_pool#d',
    parameters: [input, parameter.outputSize, returnIndices],
    rules: adaptiveRules,
  },
  {
    name: 'adaptive_avg_pool#d',
    ranks: [1],
    family: adaptiveAverage,
    callee: native('adaptive_avg_pool#d'),
    parameters: [input, parameter.outputSize],
    rules: adaptiveRules,
  },
  {
    name: 'adaptive_avg_pool#d',
    ranks: [2, 3],
    family: adaptiveAverage,
    callee: python('adaptive_avg_pool#d'),
    parameters: [input, parameter.outputSize],
    rules: adaptiveRules,
  },
  {
    name: 'lp_pool#d',
    ranks: [1, 2, 3],
    family: { reduce: 'lp', window: 'local' },
    callee: python('lp_pool#d'),
    parameters: [input, parameter.normType, kernelSize, stride, ceilMode],
    rules: lpRules,
  },
  {
    name: 'fractional_max_pool#d',
    ranks: [2, 3],
    family: fractional,
    callee: python('_fractional_max_pool#d'),
    parameters: fractionalParameters,
    rules: fractionalRules,
  },
  {
    name: 'fractional_max_pool#d_with_indices',
    ranks: [2, 3],
    family: fractional,
    callee: python('fractional_max_pool#d_with_indices'),
    page: 'fractional_max_pool#d',
    parameters: fractionalParameters,
    rules: fractionalRules,
  },
  {
    name: 'max_unpool#d',
    ranks: [1, 2, 3],
    family: { reduce: 'max', window: 'unpool' },
    callee: python('max_unpool#d'),
    parameters: [input, parameter.indices, kernelSize, stride, padding, parameter.unpooledSize],
    rules: unpoolRules,
  },
];

/** The pooling functions of torch.nn.functional. */
export const torchFunctions: readonly Definition[] = rows.flatMap((row) =>
  row.ranks.map((rank) => {
    const spelled = (name: string) => name.replace('#', String(rank));
    const page = spelled(row.page ?? row.name);
    return {
      layer: {
        framework: 'torch',
        name: spelled(row.name),
        aliases: [],
        form: 'function',
        rank,
        family: row.family,
        parameters: row.parameters,
        callParameters: [],
        documentation: `https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.${page}.html`,
        notes: layerNotes(row.family),
      },
      rules: row.rules({ ...row.callee, name: spelled(row.callee.name) }),
    };
  }),
);
