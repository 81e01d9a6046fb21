import type { Definition, Rules } from '../definition.ts';
import type { LayerFamily, Parameter, VersionNote } from '../framework.ts';
import { globalRules } from './global-pooling.ts';
import { localRules } from './local.ts';
import * as notes from './notes.ts';
import * as parameter from './parameters.ts';
import { unpoolRules } from './unpool.ts';

/** One operator per row; `versions` are the opsets that changed it. */
interface Row {
  readonly name: string;
  readonly family: LayerFamily;
  readonly versions: readonly number[];
  readonly parameters: readonly Parameter[];
  readonly callParameters: readonly Parameter[];
  readonly rules: (versions: readonly number[]) => Rules;
  readonly notes: readonly VersionNote[];
}

const { kernelShape, strides, pads, autoPad, ceilMode, dilations, x, since } = parameter;

const rows: readonly Row[] = [
  {
    name: 'MaxPool',
    family: { reduce: 'max', window: 'local' },
    versions: [1, 8, 10, 11, 12, 22],
    parameters: [
      ...[kernelShape, strides, pads, autoPad],
      ...[since(ceilMode, 10), since(dilations, 10), since(parameter.storageOrder, 8)],
    ],
    callParameters: [x],
    rules: localRules,
    notes: [notes.stride, notes.indices, notes.bytes, notes.oversize],
  },
  {
    name: 'AveragePool',
    family: { reduce: 'average', window: 'local' },
    versions: [1, 7, 10, 11, 19, 22],
    parameters: [
      ...[kernelShape, strides, pads, autoPad],
      ...[since(ceilMode, 10), since(parameter.countIncludePad, 7), since(dilations, 19)],
    ],
    callParameters: [x],
    rules: localRules,
    notes: [notes.stride, notes.counting, notes.clippedDivisor, notes.oversize],
  },
  {
    name: 'LpPool',
    family: { reduce: 'lp', window: 'local' },
    versions: [1, 2, 11, 18, 22],
    parameters: [
      ...[kernelShape, parameter.p, strides, pads, autoPad],
      ...[since(dilations, 18), since(ceilMode, 18)],
    ],
    callParameters: [x],
    rules: localRules,
    notes: [notes.stride, notes.absolute],
  },
  {
    name: 'GlobalAveragePool',
    family: { reduce: 'average', window: 'global' },
    versions: [1, 22],
    parameters: [],
    callParameters: [x],
    rules: globalRules,
    notes: [notes.keptRank],
  },
  {
    name: 'GlobalMaxPool',
    family: { reduce: 'max', window: 'global' },
    versions: [1, 22],
    parameters: [],
    callParameters: [x],
    rules: globalRules,
    notes: [notes.keptRank],
  },
  {
    name: 'GlobalLpPool',
    family: { reduce: 'lp', window: 'global' },
    versions: [1, 2, 22],
    parameters: [parameter.p],
    callParameters: [x],
    rules: globalRules,
    notes: [notes.keptRank, notes.absolute, notes.unimplemented],
  },
  {
    name: 'MaxUnpool',
    family: { reduce: 'max', window: 'unpool' },
    versions: [9, 11, 22],
    parameters: [kernelShape, strides, pads],
    callParameters: [x, parameter.positions, parameter.outputShape],
    rules: unpoolRules,
    notes: [notes.stride, notes.indices],
  },
];

/** The pooling operators of ONNX's default domain. */
export const onnxOperators: readonly Definition[] = rows.map((row) => ({
  layer: {
    framework: 'onnx',
    name: row.name,
    aliases: [],
    form: 'operator',
    rank: null,
    family: row.family,
    parameters: row.parameters,
    callParameters: row.callParameters,
    documentation: `https://onnx.ai/onnx/operators/onnx__${row.name}.html`,
    notes: row.notes,
  },
  rules: row.rules(row.versions),
}));
