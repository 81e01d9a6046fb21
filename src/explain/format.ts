import type { PythonValue } from '../frameworks/index.ts';
import {
  type Configuration,
  type FrameworkId,
  frameworkNames,
  type Layer,
  repr,
} from '../frameworks/index.ts';
import type { Dimension, Shape } from '../pooling/index.ts';

/** A true minus sign and at most four decimals: 3.5, −2, 1.6667, NaN, ∞. Large integers stay exact. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(5));
  return String(Object.is(value, -0) ? '-0' : rounded).replace('-', '−');
}

/** 102760448 → 102,760,448. */
export function formatCount(value: number): string {
  return value.toLocaleString('en-US');
}

export const formatSize = (size: Dimension): string => (size === null ? 'None' : String(size));

/** As frameworks print a shape: (None, 2, 2, 4), (8,), (). */
export function formatTuple(shape: Shape): string {
  return `(${shape.map(formatSize).join(', ')}${shape.length === 1 ? ',' : ''})`;
}

/** As people say a shape: 2 × 2 × 4. */
export function formatCrossed(shape: Shape): string {
  return shape.length === 0 ? 'one number' : shape.map(formatSize).join(' × ');
}

/** Crossed where the batch was left out, as a tuple where it was given. */
export function formatShape(shape: Shape, batchAdded: boolean): string {
  return batchAdded && shape.every((size) => size !== null) ? formatCrossed(shape) : formatTuple(shape);
}

/** Frameworks that take one number for all axes. */
const takesOneNumber = new Set<FrameworkId>(['keras', 'torch', 'tensorflow', 'mlx']);

/** A layer with the arguments that were given, by name: `AveragePooling2D(pool_size=2)`. */
export function formatCall(configuration: Configuration): string {
  return `${configuration.layer.name}(${givenArguments(configuration)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')})`;
}

/** The same as short as people write it: `AveragePooling2D(2, strides=1)`. */
export function formatShortCall(configuration: Configuration): string {
  const [first] = configuration.layer.parameters.filter(({ tensor }) => !tensor);
  const written = givenArguments(configuration).map(([name, value]) =>
    name === first?.name ? value : `${name}=${value}`,
  );
  return `${configuration.layer.name}(${written.join(', ')})`;
}

/** In the documented order. */
function givenArguments({ layer, args, defaulted }: Configuration): readonly (readonly [string, string])[] {
  const short = shortFor(layer);
  const order = layer.parameters.map(({ name }) => name);
  return Object.entries(args)
    .filter(([name, value]) => !defaulted.includes(name) && value.type !== 'none')
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, value]) => [name, repr(short(value))]);
}

/** As people write it: one number for equal ones, and lists where a framework has attributes instead of arguments. */
function shortFor({ framework, rank }: Layer): (value: PythonValue) => PythonValue {
  if (framework === 'onnx')
    return (value) => (value.type === 'tuple' ? { type: 'list', items: value.items } : value);
  return takesOneNumber.has(framework) ? (value) => collapsed(value, rank) : (value) => value;
}

/** (2, 2) → 2 and, in one dimension, (2,) → 2; a pair of different numbers stays. */
function collapsed(value: PythonValue, rank: Layer['rank']): PythonValue {
  if (value.type !== 'tuple') return value;
  const [first, ...others] = value.items;
  const whole = others.length > 0 || rank === 1;
  return first && whole && others.every((item) => repr(item) === repr(first)) ? first : value;
}

export const frameworkName = (configuration: Configuration): string =>
  frameworkNames[configuration.layer.framework];
