import {
  type Argument,
  type FrameworkId,
  type Layer,
  type PythonValue,
  python,
} from '../frameworks/index.ts';
import type { Setting } from '../pooling/index.ts';

/** What a framework calls the window, its step and its border. */
export interface SettingNames {
  readonly window: string;
  readonly stride: string;
  readonly padding: string | null;
}

const windowNames = ['pool_size', 'kernel_size', 'kernel_shape', 'ksize', 'window_shape'];
const strideNames = ['strides', 'stride'];
const paddingNames = ['padding', 'pads'];

/** How a layer spells its settings; null for one that slides no window. */
export function settingNames(layer: Layer): SettingNames | null {
  const known = new Set(layer.parameters.map(({ name }) => name));
  const first = (names: readonly string[]) => names.find((name) => known.has(name)) ?? null;
  const [window, stride] = [first(windowNames), first(strideNames)];
  return window === null || stride === null ? null : { window, stride, padding: first(paddingNames) };
}

/** Frameworks whose stride is the window when it is left out. */
const stepsByWindow: readonly FrameworkId[] = ['keras', 'torch', 'mlx'];

export const strideFollowsWindow = ({ framework }: Layer): boolean => stepsByWindow.includes(framework);

/** A setting as the layer's framework writes it; what equals the framework's default is left out. */
export function settingArguments(layer: Layer, names: SettingNames, setting: Setting): readonly Argument[] {
  const { kernel, stride, padding } = setting;
  const bare = strideFollowsWindow(layer) && kernel.every((cells, axis) => cells === stride[axis]);
  return [
    { name: names.window, value: sizes(layer, kernel) },
    ...(bare ? [] : [{ name: names.stride, value: sizes(layer, stride) }]),
    ...paddingArgument(layer, names, padding),
  ];
}

function paddingArgument(
  { framework }: Layer,
  { padding: name }: SettingNames,
  padding: Setting['padding'],
): readonly Argument[] {
  if (name === null) return [];
  const none = padding !== 'same' && padding.every((cells) => cells === 0);
  switch (framework) {
    case 'keras':
      return padding === 'same' ? [{ name, value: python.str('same') }] : [];
    case 'tensorflow':
    case 'flax':
      return [{ name, value: python.str(padding === 'same' ? 'SAME' : 'VALID') }];
    case 'onnx':
      if (padding === 'same') return [{ name: 'auto_pad', value: python.str('SAME_UPPER') }];
      return none ? [] : [{ name, value: python.intList([...padding, ...padding]) }];
    case 'torch':
    case 'mlx':
    case 'jax':
    case 'caffe':
      return none || padding === 'same' ? [] : [{ name, value: oneOrTuple(padding) }];
  }
}

function sizes({ framework }: Layer, list: readonly number[]): PythonValue {
  if (framework === 'onnx') return python.intList(list);
  return framework === 'flax' ? python.intTuple(list) : oneOrTuple(list);
}

function oneOrTuple(list: readonly number[]): PythonValue {
  const [first = 0] = list;
  return list.every((size) => size === first) ? python.int(first) : python.intTuple(list);
}
