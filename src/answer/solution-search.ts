import {
  type Argument,
  type Configuration,
  configure,
  type GivenArguments,
  infer,
  type Layer,
  layersOf,
  python,
  type Refusal,
} from '../frameworks/index.ts';
import type { AxisGoal, Derivation, Operation, Setting, SolveQuestion } from '../pooling/index.ts';
import type { LayerCall } from '../question/index.ts';
import {
  type SettingNames,
  settingArguments,
  settingNames,
  strideFollowsWindow,
} from './solution-arguments.ts';

/** Arguments that reach the target, read back through the framework. */
export interface Solution {
  readonly configuration: Configuration;
  readonly operation: Operation;
  readonly derivation: Derivation;
}

/** A layer whose settings are looked for, with what its call already fixes. */
export interface Sliding {
  readonly ok: true;
  readonly layer: Layer;
  readonly names: SettingNames;
  /** All given arguments but window, stride and padding. */
  readonly others: GivenArguments;
  readonly fixed: Fixed;
  readonly rounding: SolveQuestion['rounding'];
}

/** What is decided per axis; null where it is free. */
export interface Fixed {
  readonly kernel: readonly number[] | null;
  readonly stride: readonly number[] | null;
  readonly padding: readonly number[] | 'same' | null;
}

/** A window too large for any padding to be refused; it stands in while the real one is looked for. */
const placeholder = 4096;

/** What a call says of its window; a refusal where its framework does not take it, null where no window slides. */
export function slidingOf(call: LayerCall, rank: 1 | 2 | 3): Sliding | Refusal | null {
  const layer = slidingLayer(call.layer, rank);
  const names = layer ? settingNames(layer) : null;
  if (!layer || !names) return null;
  const given = layer === call.layer ? call.given : [];
  const { configuration, filled } = configured(layer, names, given, rank);
  if (!configuration.ok) return configuration;
  const { operation, args, defaulted } = configuration;
  if (operation.kind !== 'pool' || operation.window.kind !== 'local') return null;
  const { window } = operation;
  const decided = (name: string | null) =>
    name !== null && !defaulted.includes(name) && !filled.includes(name);
  const padded = decided(names.padding) || (decided('auto_pad') && window.padding.kind === 'same');
  const own = [names.window, names.stride, names.padding, 'auto_pad'];
  const isData = new Set(layer.parameters.filter(({ tensor }) => tensor).map(({ name }) => name));
  return {
    ok: true,
    layer,
    names,
    others: Object.entries(args)
      .filter(([name]) => !defaulted.includes(name) && !own.includes(name) && !isData.has(name))
      .map(([name, value]) => ({ name, value })),
    fixed: {
      kernel: decided(names.window) ? window.kernel : null,
      stride: decided(names.stride) && args[names.stride]?.type !== 'none' ? window.stride : null,
      padding: padded ? (window.padding.kind === 'same' ? 'same' : window.padding.begin) : null,
    },
    rounding: window.rounding === 'floor' ? 'floor' : 'ceil',
  };
}

/** Global and adaptive layers have no window to set: their local counterpart has. */
function slidingLayer(layer: Layer, rank: 1 | 2 | 3): Layer | null {
  const searched = layer.framework !== 'jax' && layer.framework !== 'caffe';
  if (layer.family.window === 'local' && searched && layer.family.reduce !== 'sum') return layer;
  const reduce = layer.family.reduce === 'average' ? 'average' : 'max';
  const framework = searched ? layer.framework : 'keras';
  return layersOf({ reduce, window: 'local' }, layer.rank ?? rank, framework)[0] ?? null;
}

/** Configures the call, with placeholders for required settings that are still looked for. */
function configured(layer: Layer, names: SettingNames, given: GivenArguments, rank: number) {
  const stands = (name: string): Argument => ({
    name,
    value:
      name === names.padding
        ? python.str('VALID')
        : layer.framework === 'onnx'
          ? python.intList(Array.from({ length: rank }, () => placeholder))
          : layer.framework === 'flax'
            ? python.intTuple(Array.from({ length: rank }, () => placeholder))
            : python.int(placeholder),
  });
  const required = [names.window, names.stride, ...(names.padding ? [names.padding] : [])].filter((name) =>
    layer.parameters.some((parameter) => parameter.name === name && parameter.fallback === undefined),
  );
  const named = new Set(given.map(({ name }) => name));
  const filled = required.filter((name) => !named.has(name));
  const asGiven = configure(layer, given);
  if (asGiven.ok || filled.length === 0) return { configuration: asGiven, filled: [] };
  return { configuration: configure(layer, [...given, ...filled.map(stands)]), filled };
}

/** The core's question for one target. */
export function searchFor(
  { layer, names, fixed, rounding }: Sliding,
  from: readonly number[],
  target: readonly number[],
  leftOut: { readonly stride: boolean; readonly padding: boolean },
  windows: Pick<SolveQuestion, 'oddKernel' | 'overlapping'>,
): SolveQuestion {
  const { kernel, stride, padding } = fixed;
  const axes = from.map((input, axis): AxisGoal => {
    const cells = padding === 'same' ? undefined : padding?.[axis];
    return {
      input,
      output: target[axis] ?? 0,
      ...(kernel?.[axis] === undefined ? {} : { kernel: kernel[axis] }),
      ...(stride?.[axis] === undefined ? {} : { stride: stride[axis] }),
      ...(cells === undefined || names.padding === null ? {} : { padding: cells }),
    };
  });
  return {
    axes,
    padding: paddingChoice(layer, names, fixed, leftOut.padding),
    rounding,
    strideIsKernel: leftOut.stride && stride === null && strideFollowsWindow(layer),
    ...windows,
  };
}

function paddingChoice(
  { framework }: Layer,
  names: SettingNames,
  { padding }: Fixed,
  leftOut: boolean,
): SolveQuestion['padding'] {
  if (padding === 'same') return 'same';
  const inCells = framework === 'torch' || framework === 'onnx' || framework === 'mlx';
  if (names.padding === null || (padding === null && leftOut) || (padding !== null && !inCells))
    return 'valid';
  return inCells ? 'at-most-half-kernel' : 'valid-or-same';
}

/** A setting as arguments, read back: null where the framework refuses it or it misses the target after all. */
export function readBack(
  { layer, names, others }: Sliding,
  setting: Setting,
  from: readonly number[],
  target: readonly number[],
): Solution | null {
  const configuration = configure(layer, [...settingArguments(layer, names, setting), ...others]);
  if (!configuration.ok) return null;
  const { layout } = configuration.operation.axes;
  const shape = layout === 'channels_first' ? [1, 1, ...from] : [1, ...from, 1];
  const inferred = infer(configuration, shape);
  if (!inferred.ok) return null;
  const output = inferred.derivation.output.slice(layout === 'channels_first' ? 2 : 1).slice(0, from.length);
  if (!output.every((size, axis) => size === target[axis])) return null;
  return { configuration, operation: inferred.operation, derivation: inferred.derivation };
}
