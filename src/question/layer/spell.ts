import type { Argument, GivenArguments, Layer, PythonValue } from '../../frameworks/index.ts';
import { type Setting, type SettingName, settingNames } from './setting.ts';

/** How frameworks call one argument; the first that a layer has is its name there. */
const spellings: Readonly<Record<SettingName, readonly string[]>> = {
  window: [
    'pool_size',
    'kernel_size',
    'kernel_shape',
    'ksize',
    'window_shape',
    'window_dimensions',
    'filterSize',
  ],
  stride: ['strides', 'stride', 'window_strides'],
  padding: ['padding', 'pads', 'pad'],
  dilation: ['dilation', 'dilations', 'dilation_rate', 'window_dilation'],
  ceil: ['ceil_mode'],
  'count-padding': ['count_include_pad'],
  keepdims: ['keepdims', 'keep_dims'],
  layout: ['data_format'],
  'output-size': ['output_size'],
  norm: ['norm_type', 'p'],
  divisor: ['divisor_override'],
  indices: ['return_indices'],
  'output-ratio': ['output_ratio'],
  'storage-order': ['storage_order'],
  filters: ['filters', 'out_channels'],
  units: ['units', 'out_features'],
};

/** The layer's own name for an argument; null when it has none. */
export function parameterFor(layer: Layer, name: SettingName): string | null {
  const known = new Set(layer.parameters.map((parameter) => parameter.name));
  return spellings[name].find((spelling) => known.has(spelling)) ?? null;
}

/**
 * Arguments given in prose, as the layer's framework writes them. What the framework has no argument for is handed on
 * under the name that was used, for the framework to refuse; what only repeats its rule ("no padding") is left out.
 */
export function spellSettings(settings: readonly Setting[], layer: Layer, rank: 1 | 2 | 3): GivenArguments {
  const given = new Map<string, Argument>();
  for (const setting of settings) {
    const argument = spell(setting, layer, rank);
    if (argument !== null) given.set(argument.name ?? '', argument);
  }
  for (const argument of impliedBy(layer, given)) given.set(argument.name ?? '', argument);
  return [...given.values()];
}

function spell(setting: Setting, layer: Layer, rank: 1 | 2 | 3): Argument | null {
  const norm = setting.written === 'p' && layer.family.reduce === 'lp';
  const name = parameterFor(layer, norm ? 'norm' : setting.name);
  if (norm && name !== null) return { name, value: setting.value };
  if (setting.name === 'padding') return spellPadding(setting.value, name, layer, rank);
  if (name === null) {
    if (setting.name === 'layout' || setting.name === 'filters' || setting.name === 'units') return null;
    if (setting.value.type === 'bool' && !setting.value.value) return null;
    return { name: setting.written ?? spellings[setting.name][0] ?? setting.name, value: setting.value };
  }
  return { name, value: fitValue(setting.value, setting.name, layer, rank) };
}

function fitValue(value: PythonValue, name: SettingName, layer: Layer, rank: 1 | 2 | 3): PythonValue {
  if (layer.framework === 'onnx') {
    if (value.type === 'bool') return { type: 'int', value: value.value ? 1 : 0 };
    if (name === 'window' || name === 'stride' || name === 'dilation') return asList(value, rank, 'list');
  }
  if (name === 'window' && layer.framework === 'flax') return asList(value, rank, 'tuple');
  if (name === 'stride' && layer.framework === 'flax' && value.type !== 'none')
    return asList(value, rank, 'tuple');
  const single = singleOf(value);
  if (single !== null && layer.framework !== 'tensorflow') return single;
  if (name === 'window' || name === 'stride') return withoutUnits(value, layer);
  return value;
}

/** `[3]` in prose is a list where a framework wants one, and the number 3 elsewhere. */
function singleOf(value: PythonValue): PythonValue | null {
  const [item, ...others] = value.type === 'list' ? value.items : [];
  return item !== undefined && others.length === 0 ? item : null;
}

/** The old `ksize=[1, 2, 2, 1]` names batch and channels too, which layers don't take. */
function withoutUnits(value: PythonValue, layer: Layer): PythonValue {
  if ((value.type !== 'list' && value.type !== 'tuple') || layer.form === 'function') return value;
  if (value.items.length < 3 || layer.rank === null || value.items.length !== layer.rank + 2) return value;
  return { type: 'tuple', items: value.items.slice(1, -1) };
}

function asList(value: PythonValue, rank: number, type: 'list' | 'tuple'): PythonValue {
  if (value.type === 'list' || value.type === 'tuple') return { type, items: value.items };
  return { type, items: Array.from({ length: rank }, () => value) };
}

function spellPadding(
  value: PythonValue,
  name: string | null,
  layer: Layer,
  rank: 1 | 2 | 3,
): Argument | null {
  const mode = value.type === 'str' ? value.value : null;
  const zero = (value.type === 'int' && value.value === 0) || mode === 'valid';
  switch (layer.framework) {
    case 'keras':
      if (name === null) return null;
      return { name, value: zero ? { type: 'str', value: 'valid' } : (singleOf(value) ?? value) };
    case 'onnx':
      if (zero) return null;
      if (mode !== null) return { name: 'auto_pad', value: { type: 'str', value: onnxMode(mode) } };
      return { name: 'pads', value: twice(asList(value, rank, 'list'), rank) };
    case 'tensorflow':
    case 'flax':
    case 'jax':
      if (name === null) return null;
      return {
        name,
        value:
          mode !== null || zero
            ? { type: 'str', value: (mode ?? 'valid').toUpperCase() }
            : pairs(value, layer, rank),
      };
    case 'torch':
    case 'mlx':
    case 'caffe':
      return zero || name === null ? null : { name, value: singleOf(value) ?? value };
  }
}

function onnxMode(mode: string): string {
  const upper = mode.toUpperCase();
  return upper === 'SAME' ? 'SAME_UPPER' : upper;
}

/** ONNX lists all begins, then all ends. */
function twice(value: PythonValue, rank: number): PythonValue {
  if (value.type !== 'list' || value.items.length > rank) return value;
  return { type: 'list', items: [...value.items, ...value.items] };
}

/** Explicit padding of XLA: a pair for every axis. */
function pairs(value: PythonValue, layer: Layer, rank: 1 | 2 | 3): PythonValue {
  const sizes = asList(value, rank, 'list');
  if (sizes.type !== 'list') return value;
  const zero: PythonValue = { type: 'int', value: 0 };
  const pair = (item: PythonValue): PythonValue => ({ type: 'tuple', items: [item, item] });
  const spatial = sizes.items.map(pair);
  return { type: 'list', items: layer.framework === 'flax' ? spatial : [pair(zero), ...spatial, pair(zero)] };
}

/** tf.nn's functions require strides and padding, which prose leaves out. */
function impliedBy(layer: Layer, given: ReadonlyMap<string, Argument>): GivenArguments {
  if (layer.framework !== 'tensorflow') return [];
  const window = given.get('ksize') ?? given.get('pool_size');
  const implied: Argument[] = [];
  if (window !== undefined && !given.has('strides')) implied.push({ ...window, name: 'strides' });
  if (!given.has('padding') && parameterFor(layer, 'padding') !== null) {
    implied.push({ name: 'padding', value: { type: 'str', value: 'VALID' } });
  }
  return implied;
}

/** What an argument is about, by any framework's name for it; null for a name that none has. */
export function settingNamed(written: string): SettingName | null {
  const wanted = written.toLowerCase();
  const hasSpelling = (name: SettingName) =>
    spellings[name].some((spelling) => spelling.toLowerCase() === wanted);
  return settingNames.find(hasSpelling) ?? null;
}

/** PyTorch pools globally by adapting to size 1; Caffe has one layer for all kinds, which it is told. */
export function impliedByKind(layer: Layer, { reduce, window }: Kind): GivenArguments {
  if (layer.framework === 'caffe') return caffeKind(reduce, window);
  if (window !== 'global' || layer.family.window !== 'adaptive') return [];
  return [{ name: 'output_size', value: { type: 'int', value: 1 } }];
}

/** What is known of the kind of pooling, by its words or by another framework's layer. */
interface Kind {
  readonly reduce: string | null;
  readonly window: string;
}

function caffeKind(reduce: string | null, window: string): GivenArguments {
  const averages = reduce === 'average' || (reduce === null && window === 'global');
  const pool: Argument = { name: 'pool', value: { type: 'expression', source: averages ? 'AVE' : 'MAX' } };
  const whole: Argument = { name: 'global_pooling', value: { type: 'bool', value: true } };
  return [...(averages ? [pool] : []), ...(window === 'global' ? [whole] : [])];
}
