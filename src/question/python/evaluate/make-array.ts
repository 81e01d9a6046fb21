import type { Dtype } from '../../../frameworks/index.ts';
import { convertTo } from '../array/arithmetic.ts';
import { arange, eye, generate, linspace, type Made } from '../array/create.ts';
import { defaultDtype, dtypeOf } from '../array/dtype.ts';
import type { Library, NdArray } from '../array/ndarray.ts';
import { readNested } from '../array/nested.ts';
import type { Reading } from '../reading.ts';
import type { Node } from '../tree.ts';
import { numberOf, type Value } from '../value.ts';
import { type Given, pick, sizes } from './given.ts';

interface Making {
  readonly reading: Reading;
  readonly node: Node;
  readonly library: Library;
  readonly given: Given;
}

type Maker = (making: Making) => NdArray | null;

const made = (making: Making, position: number, kind: 'int' | 'float', fallback?: Dtype): Made => {
  const dtype = dtypeOf(pick(making.given, position, 'dtype', 'type'), making.library);
  return {
    dtype: dtype ?? fallback ?? defaultDtype(making.library, kind),
    dtypeWritten: dtype !== null,
    library: making.library,
  };
};

/** The position of `dtype` behind the shape; PyTorch takes it by name only. */
const afterShape = (making: Making): number => (making.library === 'torch' ? -1 : 1);

const fromList =
  (fallback?: Dtype): Maker =>
  (making) => {
    const [first] = making.given.positional;
    const source = first ?? pick(making.given, -1, 'object', 'data', 'value', 'initial_value');
    if (!source) return null;
    const dtype = made(making, afterShape(making), 'float');
    const written = dtype.dtypeWritten ? dtype.dtype : null;
    const shape = making.library === 'tensorflow' ? pick(making.given, 2, 'shape') : undefined;
    if (source.type === 'array') {
      const array = converted(making, source.array, written ?? fallback ?? null);
      return shape ? shaped(making, array, shape) : array;
    }
    if ((fallback && source.type === 'int') || listsSizes(making)) return unfilled(0, 'float')(making);
    const nested = readNested(source);
    if (!nested.ok) return null;
    const elements = {
      dtype: written ?? fallback ?? defaultDtype(making.library, nested.kind),
      dtypeWritten: written !== null || fallback !== undefined,
      library: making.library,
    };
    const array = generate(
      elements,
      nested.shape,
      making.reading.budget,
      (index) => nested.values[index] ?? 0,
    );
    return array && shape ? shaped(making, array, shape) : array;
  };

/** `tensor(8, 1, 16000)`, which PyTorch would refuse, can only mean a shape. */
function listsSizes({ library, given }: Making): boolean {
  const { positional } = given;
  return library === 'torch' && positional.length > 1 && positional.every(({ type }) => type === 'int');
}

/** `tf.constant(values, shape=…)`: the values under another shape, or one value in all of it. */
function shaped(making: Making, array: NdArray, shape: Value): NdArray | null {
  const wanted = sizes({ positional: [], named: new Map([['shape', shape]]) }, 0);
  if (!wanted) return null;
  const value = array.data?.length === 1 ? array.data[0] : undefined;
  if (value !== undefined) return generate(array, wanted, making.reading.budget, () => value);
  return wanted.reduce((size, length) => size * length, 1) === array.data?.length
    ? { ...array, shape: wanted }
    : null;
}

function converted(making: Making, array: NdArray, dtype: Dtype | null): NdArray {
  const kept = { ...array, library: making.library };
  return dtype ? convertTo(dtype, kept, making.reading.budget) : kept;
}

const filled =
  (value: number): Maker =>
  (making) => {
    const shape = sizes(making.given, 0);
    return (
      shape && generate(made(making, afterShape(making), 'float'), shape, making.reading.budget, () => value)
    );
  };

/** Only the shape is known: random numbers and memory as it was found. */
function unfilled(position: number, kind: 'int' | 'float'): Maker {
  return (making) => {
    const shape = sizes(making.given, position);
    return shape && generate(made(making, -1, kind), shape, making.reading.budget, null);
  };
}

/** Random numbers whose size may be left out, which makes one number. */
const drawn = (position: number, kind: 'int' | 'float'): Maker => unfilled(position, kind);

const full: Maker = (making) => {
  const shape = sizes({ positional: making.given.positional.slice(0, 1), named: making.given.named }, 0);
  const fill = pick(making.given, 1, 'fill_value', 'value');
  const value = numberOf(fill);
  if (!shape || !fill) return null;
  const kind = fill.type === 'float' ? 'float' : 'int';
  return generate(
    made(making, making.library === 'torch' ? -1 : 2, kind),
    shape,
    making.reading.budget,
    value === null ? null : () => value,
  );
};

const like =
  (value: number | null): Maker =>
  (making) => {
    const [first] = making.given.positional;
    if (first?.type !== 'array') return null;
    const dtype = made(making, -1, 'float', first.array.dtype);
    return generate(dtype, first.array.shape, making.reading.budget, value === null ? null : () => value);
  };

const fullLike: Maker = (making) => {
  const [first] = making.given.positional;
  const value = numberOf(pick(making.given, 1, 'fill_value'));
  if (first?.type !== 'array' || value === null) return null;
  return generate(
    made(making, -1, 'float', first.array.dtype),
    first.array.shape,
    making.reading.budget,
    () => value,
  );
};

const stepped: Maker = (making) => {
  const first = pick(making.given, 0, 'start');
  const second = pick(making.given, 1, 'stop', 'end', 'limit');
  const [from, to] = second ? [first, second] : [{ type: 'int', value: 0 } as const, first];
  const by = pick(making.given, 2, 'step', 'delta') ?? ({ type: 'int', value: 1 } as const);
  const [start, stop, step] = [numberOf(from), numberOf(to), numberOf(by)];
  if (start === null || stop === null || step === null) return null;
  const kind = [from, to, by].some((value) => value?.type === 'float') ? 'float' : 'int';
  const elements = made(making, making.library === 'torch' ? -1 : 3, kind);
  return arange(elements, start, stop, step, making.reading.budget);
};

const spaced: Maker = (making) => {
  const start = numberOf(pick(making.given, 0, 'start'));
  const stop = numberOf(pick(making.given, 1, 'stop', 'end'));
  const num = pick(making.given, 2, 'num', 'steps');
  const count = num ? numberOf(num) : making.library === 'torch' ? null : 50;
  const endpoint = pick(making.given, -1, 'endpoint');
  if (start === null || stop === null || count === null) return null;
  const ends = !(endpoint?.type === 'bool' && !endpoint.value);
  return linspace(made(making, -1, 'float'), start, stop, count, ends, making.reading.budget);
};

const diagonal: Maker = (making) => {
  const rows = numberOf(pick(making.given, 0, 'N', 'n', 'num_rows'));
  const columns = pick(making.given, 1, 'M', 'm', 'num_columns');
  const k = numberOf(pick(making.given, 2, 'k') ?? { type: 'int', value: 0 });
  if (rows === null || k === null) return null;
  const width = columns?.type === 'int' ? columns.value : rows;
  return eye(made(making, -1, 'float'), rows, width, k, making.reading.budget);
};

const makers: Readonly<Record<string, Maker>> = {
  array: fromList(),
  asarray: fromList(),
  asanyarray: fromList(),
  ascontiguousarray: fromList(),
  tensor: fromList(),
  as_tensor: fromList(),
  constant: fromList(),
  Variable: fromList(),
  convert_to_tensor: fromList(),
  from_numpy: fromList(),
  Tensor: fromList('float32'),
  FloatTensor: fromList('float32'),
  DoubleTensor: fromList('float64'),
  HalfTensor: fromList('float16'),
  LongTensor: fromList('int64'),
  IntTensor: fromList('int32'),
  ByteTensor: fromList('uint8'),
  float32: fromList('float32'),
  float64: fromList('float64'),
  zeros: filled(0),
  ones: filled(1),
  empty: unfilled(0, 'float'),
  full,
  fill: full,
  zeros_like: like(0),
  ones_like: like(1),
  empty_like: like(null),
  rand_like: like(null),
  randn_like: like(null),
  full_like: fullLike,
  arange: stepped,
  linspace: spaced,
  eye: diagonal,
  identity: diagonal,
};

const draws: Readonly<Record<string, Maker>> = {
  rand: drawn(0, 'float'),
  randn: drawn(0, 'float'),
  random: drawn(0, 'float'),
  random_sample: drawn(0, 'float'),
  standard_normal: drawn(0, 'float'),
  ranf: drawn(0, 'float'),
  normal: drawn(2, 'float'),
  uniform: drawn(2, 'float'),
  integers: drawn(2, 'int'),
  randint: drawn(2, 'int'),
  truncated_normal: drawn(0, 'float'),
};

/**
 * The array that a library's function makes, `path` being its name without the library: `zeros`, `random.normal`.
 * Null where it makes none or its arguments are not known.
 */
export function makeArray(
  reading: Reading,
  node: Node,
  library: Library,
  path: readonly string[],
  given: Given,
): NdArray | null {
  const name = path.at(-1) ?? '';
  const making = { reading, node, library, given };
  const random = path.at(-2) === 'random' || (path.length === 1 && library === 'torch');
  if (random && Object.hasOwn(draws, name)) {
    if (library === 'numpy' || library === 'torch') return draws[name]?.(making) ?? null;
    return drawn(library === 'jax' ? 1 : 0, name === 'randint' ? 'int' : 'float')(making);
  }
  if (name === 'range' && (library === 'tensorflow' || library === 'torch')) return stepped(making);
  if (library === 'tensorflow' && name === 'ones_initializer') return null;
  return path.length === 1 && Object.hasOwn(makers, name) ? (makers[name]?.(making) ?? null) : null;
}
