import {
  type CallContext,
  type Computed,
  type Configuration,
  configure,
  findLayers,
  type GivenArguments,
  type Inferred,
  infer,
  type Layer,
  type LayerData,
  type PythonValue,
  python,
  type Refusal,
  run,
} from '../../src/frameworks/index.ts';
import type { Shape, Tensor } from '../../src/pooling/index.ts';

type Loose = PythonValue | number | string | boolean | null | readonly Loose[];

/** Numbers without a fraction are ints, arrays tuples, null is None; anything else as a literal. */
function literal(value: Loose): PythonValue {
  if (value === null) return python.none;
  if (typeof value === 'number') return Number.isInteger(value) ? python.int(value) : python.float(value);
  if (typeof value === 'string') return python.str(value);
  if (typeof value === 'boolean') return python.bool(value);
  return 'type' in value ? value : python.tuple(value.map(literal));
}

/** `given([3], { strides: 2 })` is `(3, strides=2)`. */
export function given(
  positional: readonly Loose[] = [],
  keywords: Readonly<Record<string, Loose>> = {},
): GivenArguments {
  return [
    ...positional.map((value) => ({ name: null, value: literal(value) })),
    ...Object.entries(keywords).map(([name, value]) => ({ name, value: literal(value) })),
  ];
}

export function layerNamed(name: string): Layer {
  const [layer] = findLayers(name);
  if (layer === undefined) throw new Error(`no layer ${name}`);
  return layer;
}

export function configured(name: string, args: GivenArguments, context?: CallContext): Configuration {
  const configuration = configure(layerNamed(name), args, context);
  if (!configuration.ok) throw new Error(`refused: ${configuration.message ?? configuration.advice}`);
  return configuration;
}

function inferred(name: string, args: GivenArguments, shape: Shape, context?: CallContext): Inferred {
  const result = infer(configured(name, args, context), shape, context);
  if (!result.ok) throw new Error(`refused: ${result.message ?? result.advice}`);
  return result;
}

export const outputShape = (name: string, args: GivenArguments, shape: Shape, context?: CallContext): Shape =>
  inferred(name, args, shape, context).derivation.output;

export function computed(
  name: string,
  args: GivenArguments,
  data: LayerData,
  context?: CallContext,
): Computed {
  const result = run(configured(name, args, context), data, context);
  if (!result.ok) throw new Error(`refused: ${result.message ?? result.advice}`);
  return result;
}

/** The refusal that a layer meets somewhere on its way: at its arguments, its shape or its data. */
export function refusal(
  name: string,
  args: GivenArguments,
  input?: Shape | LayerData,
  context?: CallContext,
): Refusal {
  const configuration = configure(layerNamed(name), args, context);
  if (!configuration.ok) return configuration;
  if (input === undefined) throw new Error('accepted');
  const result = 'input' in input ? run(configuration, input, context) : infer(configuration, input, context);
  if (result.ok) throw new Error(`accepted: ${result.derivation.output}`);
  return result;
}

export const tensor = (shape: readonly number[], values: readonly number[]): Tensor => ({
  shape,
  data: Float32Array.from(values),
});

/** 1, 2, 3 … in this shape. */
export const ramp = (...shape: readonly number[]): Tensor =>
  tensor(
    shape,
    Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, index) => index + 1),
  );

export const rounded = (values: ArrayLike<number>, digits = 4): readonly number[] =>
  Array.from(values, (value) => Math.round(value * 10 ** digits) / 10 ** digits);
