import {
  configure,
  type FrameworkId,
  type GivenArguments,
  type Layer,
  layersOf,
  type PythonValue,
} from '../frameworks/index.ts';
import {
  channelAxis,
  type Dimension,
  inferShape,
  type Layout,
  type Operation,
  type PoolOperation,
  type Shape,
  type SpatialRank,
} from '../pooling/index.ts';
import { applyLayer, type InputRead, type LayerCall, type Question } from '../question/index.ts';
import { compute, spatialSizes } from './compute.ts';
import { workedExample } from './example.ts';
import type { Example, Result } from './outcome.ts';
import { ownForm } from './own-form.ts';

/** What a Dense layer behind pooling costs in parameters: one weight per input and unit, one bias per unit. */
export interface DenseCost {
  readonly units: number;
  /** Inputs and parameters after Flatten of the local map; null where a size is open. */
  readonly flatten: { readonly inputs: number; readonly parameters: number } | null;
  readonly global: { readonly inputs: number; readonly parameters: number } | null;
}

/** The same layer with the channels at the other end. */
export interface OtherLayout {
  readonly input: Shape;
  readonly local: Shape;
  readonly global: Shape;
  readonly keepdims: Shape | null;
}

/** Local and global pooling of one input side by side. */
export interface LocalGlobal {
  /** Whether the input is the asker's; otherwise it is the 4 × 4 × 4 map of the usual example. */
  readonly asked: boolean;
  readonly local: Result;
  readonly global: Result;
  /** The global layer with `keepdims=True`, where its framework has that. */
  readonly keepdims: Result | null;
  readonly otherLayout: OtherLayout;
  readonly channels: Dimension;
  readonly spatial: readonly Dimension[];
  /** Cells in one local window, and in the whole map. */
  readonly windowCells: number;
  readonly mapCells: number | null;
  readonly dense: DenseCost;
  readonly example: { readonly local: Example; readonly global: Example };
}

const usualShape: Shape = [4, 4, 4];
const usualUnits = 10;
const windowParameters = new Set(['pool_size', 'kernel_size', 'kernel_shape', 'ksize', 'window_shape']);

/** Compares on the asker's input and layers, or on the usual ones where they gave none; null when a layer refuses. */
export function compareLocalGlobal(question: Question): LocalGlobal | null {
  const read = question.inputs[0] ?? null;
  const framework = question.framework ?? 'keras';
  const asked = (window: 'local' | 'global') =>
    question.calls.find(({ layer }) => layer.family.window === window && layer.framework === framework);
  const localAsked = asked('local');
  const globalAsked = asked('global');
  const reduce = (localAsked ?? globalAsked)?.layer.family.reduce ?? 'average';
  const rank = (localAsked ?? globalAsked)?.layer.rank ?? rankOf(read);

  const local = result(question, localAsked ?? callOf(framework, reduce, 'local', rank), read);
  const global = result(question, globalAsked ?? callOf(framework, reduce, 'global', rank), read);
  return local && global ? sideBySide(question, local, global, read !== null) : null;
}

function sideBySide(question: Question, local: Result, global: Result, asked: boolean): LocalGlobal | null {
  const keepdims = withKeepdims(question, global);
  const spatial = spatialSizes(local.operation, local.input.shape);
  const channels = local.input.shape[channelAxis(local.operation.axes) ?? -1] ?? null;
  const small = smallMap(local.operation, spatial);
  const examples = [workedExample(local.operation, small), workedExample(global.operation, small)] as const;
  if (!examples[0] || !examples[1] || local.operation.kind !== 'pool') return null;
  return {
    asked,
    local,
    global,
    keepdims,
    otherLayout: otherLayout(local, global, keepdims),
    channels,
    spatial,
    windowCells: windowCells(local.operation),
    mapCells: product(spatial),
    dense: denseCost(local, channels),
    example: { local: examples[0], global: examples[1] },
  };
}

function result(question: Question, call: LayerCall | null, asked: InputRead | null): Result | null {
  if (!call) return null;
  const read = asked ?? {
    shape: usualShape,
    axes: null,
    values: null,
    dtype: 'float32',
    literal: false,
    span: null,
  };
  const { application } = applyLayer({
    call: withUsualWindow(call),
    read: { ...read, values: null },
    layout: layoutOf(question),
    framework: question.framework,
    rank: call.layer.rank ?? rankOf(read),
    ours: asked === null,
    context: question.context,
  });
  const outcome = compute(application, question);
  return outcome.kind === 'result' ? outcome : null;
}

/** As the reader settled it. */
function layoutOf({ assumptions }: Question): Layout | null {
  return assumptions.find((assumption) => assumption.kind === 'layout')?.layout ?? null;
}

/** A bare class name takes the usual window of 2; a call with parentheses is taken at its word. */
function withUsualWindow(call: LayerCall): LayerCall {
  if (call.written === 'call' || configure(call.layer, call.given).ok) return call;
  return { ...call, given: [...call.given, ...usualWindow(call.layer)] };
}

function usualWindow(layer: Layer): GivenArguments {
  const parameter = layer.parameters.find(({ name }) => windowParameters.has(name));
  return parameter ? [{ name: parameter.name, value: { type: 'int', value: 2 } }] : [];
}

function callOf(
  framework: FrameworkId,
  reduce: Layer['family']['reduce'],
  window: 'local' | 'global',
  rank: SpatialRank,
): LayerCall | null {
  const [layer] = layersOf({ reduce, window }, rank, framework);
  const [adaptive] = layersOf({ reduce, window: 'adaptive' }, rank, framework);
  if (layer) return { layer, given: usualWindow(layer), written: 'words', applied: [], span: null };
  if (!adaptive || window !== 'global') return null;
  const one: PythonValue = { type: 'int', value: 1 };
  return {
    layer: adaptive,
    given: [{ name: 'output_size', value: one }],
    written: 'words',
    applied: [],
    span: null,
  };
}

function withKeepdims(question: Question, global: Result): Result | null {
  const { call } = global.application;
  if (!call.layer.parameters.some(({ name }) => name === 'keepdims')) return null;
  const keepdims: PythonValue = { type: 'bool', value: true };
  const given = [
    ...call.given.filter(({ name }) => name !== 'keepdims'),
    { name: 'keepdims', value: keepdims },
  ];
  return result(question, { ...call, given }, global.input.read);
}

function otherLayout(local: Result, global: Result, keepdims: Result | null): OtherLayout {
  const { axes } = local.operation;
  const layout = axes.layout === 'channels_last' ? 'channels_first' : 'channels_last';
  const from = channelAxis(axes) ?? 0;
  const rest = local.input.shape.filter((_, axis) => axis !== from);
  const to = layout === 'channels_first' ? axes.lead : rest.length;
  const input = [...rest.slice(0, to), local.input.shape[from] ?? null, ...rest.slice(to)];
  const shapeOf = ({ operation, input: fitted }: Result): Shape => {
    const moved: Operation = { ...operation, axes: { ...operation.axes, layout } };
    return ownForm(inferShape(moved, input).output, moved.axes, fitted);
  };
  return {
    input: ownForm(input, { ...axes, layout }, local.input),
    local: shapeOf(local),
    global: shapeOf(global),
    keepdims: keepdims ? shapeOf(keepdims) : null,
  };
}

function denseCost(local: Result, channels: Dimension): DenseCost {
  const parameters = (inputs: number) => inputs * usualUnits + usualUnits;
  const map = product(spatialSizes(local.operation, local.output.full));
  const flat = map === null || channels === null ? null : map * channels;
  return {
    units: usualUnits,
    flatten: flat === null ? null : { inputs: flat, parameters: parameters(flat) },
    global: channels === null ? null : { inputs: channels, parameters: parameters(channels) },
  };
}

/** The asker's own map where it is small enough to follow; otherwise four cells a side. */
function smallMap(operation: Operation, spatial: readonly Dimension[]): readonly Dimension[] {
  return workedExample(operation, spatial) ? spatial : spatial.map(() => 4);
}

function rankOf(read: InputRead | null): SpatialRank {
  const spatial = (read?.shape ?? usualShape).length - 1;
  return spatial <= 1 ? 1 : 2;
}

function windowCells(operation: PoolOperation): number {
  return operation.window.kind === 'local' ? (product(operation.window.kernel) ?? 0) : 0;
}

function product(sizes: readonly Dimension[]): number | null {
  return sizes.reduce<number | null>((all, size) => (all === null || size === null ? null : all * size), 1);
}
