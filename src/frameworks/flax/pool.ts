import { inferShape, type Padding, type Reduce, type Shape, type SpatialRank } from '../../pooling/index.ts';
import { windowTooLarge } from '../advice/window.ts';
import { pythonError } from '../binding/python-errors.ts';
import { localWindow, maximum, mean, minimum, planeIndices, symmetric, withAxes } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Configuration, Inferred, Layer, Refusal } from '../framework.ts';
import { intTuple, none, str } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success, typeError } from '../refusal.ts';
import { print, repr, typeName } from '../repr.ts';
import { asInts, isTruthy, repeated } from '../values/integers.ts';
import { asRank } from '../values/rank.ts';

/** flax.linen.avg_pool, max_pool and min_pool on lax.reduce_window (flax/linen/pooling.py). */
export const poolRules: Rules = {
  bindingError: (layer, fault) => pythonError(fault, layer.name, 0),
  keywords: 'strict',
  resolve: resolvePool,
  infer: inferPool,
  admit: () => null,
  returnsIndices: () => false,
};

function resolvePool({ layer, values }: Call): Resolved | Refusal {
  const { window_shape = none, strides = none, padding = str('VALID') } = values;
  const kernel = readTuple('window_shape', window_shape);
  if (!kernel.ok) return kernel;
  const rank = asRank(kernel.value.length);
  if (rank === null) return refuse('unsupported', 'call', null, 'I pool over 1, 2 or 3 axes.');
  const step = isTruthy(strides) ? readTuple('strides', strides) : success(repeated(1, rank));
  if (!step.ok) return step;
  if (step.value.length !== rank) {
    const message = `len(${repr(window_shape)}) must equal len(${repr(strides)})`;
    const advice = `strides needs ${rank} numbers, as window_shape has.`;
    return refuse('bad-length', 'call', { message, exception: 'AssertionError' }, advice);
  }
  if ([...kernel.value, ...step.value].some((size) => size < 1)) {
    return refuse('out-of-range', 'call', null, 'Every window and every stride is 1 or more.');
  }
  const pad = readPadding(padding, window_shape, rank);
  if (!pad.ok) return pad;
  const area = kernel.value.reduce((product, cells) => product * cells, 1);
  const counted = isTruthy(values.count_include_pad);
  return {
    ok: true,
    args: { ...values, strides: intTuple(step.value) },
    operation: {
      kind: 'pool',
      axes: { rank, layout: 'channels_last', lead: 1, channels: true },
      reduce: reduceOf(layer),
      window: localWindow({
        kernel: kernel.value,
        stride: step.value,
        padding: pad.value,
        divisor: counted ? { kind: 'fixed', value: area } : { kind: 'real' },
      }),
      indices: planeIndices,
    },
  };
}

function reduceOf({ family }: Layer): Reduce {
  if (family.reduce === 'average') return mean;
  return family.reduce === 'min' ? minimum('propagate', 'first') : maximum('propagate', 'first');
}

/** The code adds tuples to what it gets, so nothing but a tuple passes. */
function readTuple(name: string, value: PythonValue): Result<readonly number[]> {
  const numbers = value.type === 'tuple' ? asInts(value) : null;
  if (numbers !== null) return success(numbers);
  const advice = `Flax wants a tuple: ${name}=(2, 2), not ${name}=${repr(value)}.`;
  const error =
    value.type === 'list'
      ? typeError('can only concatenate tuple (not "list") to tuple')
      : value.type === 'tuple'
        ? null
        : typeError(`object of type '${typeName(value)}' has no len()`);
  return refuse('bad-type', 'call', error, advice);
}

/** Names in any case, as lax.padtype_to_pads takes them, or a (low, high) pair for each axis. */
function readPadding(value: PythonValue, window: PythonValue, rank: SpatialRank): Result<Padding> {
  if (value.type === 'str') {
    const name = value.value.toUpperCase();
    if (name === 'VALID') return success(symmetric(repeated(0, rank)));
    if (name === 'SAME') return success({ kind: 'same', odd: 'upper' });
    if (name === 'SAME_LOWER') return success({ kind: 'same', odd: 'lower' });
    return refuse(
      'bad-choice',
      'call',
      null,
      `padding is "VALID", "SAME" or pairs of numbers, not ${print(value)}.`,
    );
  }
  const pairs = value.type === 'tuple' || value.type === 'list' ? value.items.map(asInts) : null;
  const sound =
    pairs?.filter((pair) => pair !== null && pair.length === 2 && pair.every((cells) => cells >= 0)) ?? [];
  if (pairs === null || sound.length !== pairs.length) {
    return refuse(
      'bad-type',
      'call',
      null,
      'padding needs a (low, high) pair for each axis: [(1, 1), (1, 1)].',
    );
  }
  if (pairs.length !== rank) {
    const message = `padding ${repr(asTuples(value))} must specify pads for same number of dims as window_shape ${repr(window)}`;
    const advice = `Give ${rank} pairs, one for each axis of the window.`;
    return refuse('bad-length', 'call', { message, exception: 'AssertionError' }, advice);
  }
  return success({
    kind: 'explicit',
    begin: sound.map((pair) => pair?.[0] ?? 0),
    end: sound.map((pair) => pair?.[1] ?? 0),
  });
}

function asTuples(value: PythonValue): PythonValue {
  if (value.type !== 'tuple' && value.type !== 'list') return value;
  return { type: 'tuple', items: value.items.map(asTuples) };
}

/** Any number of batch axes, or none; channels last. */
function inferPool({ layer, operation }: Configuration, shape: Shape): Inferred | Refusal {
  const { rank } = operation.axes;
  const lead = shape.length - rank - 1;
  if (lead < 0) {
    const advice = `${layer.name} needs ${rank} axes to pool and the channels last; there are ${shape.length} in all.`;
    return refuse('wrong-rank', 'call', null, advice);
  }
  const fitted = withAxes(operation, { ...operation.axes, lead });
  const derivation = inferShape(fitted, shape);
  const windows = derivation.steps.filter((step) => step.kind === 'window');
  if (windows.some(({ output }) => output !== null && output < 1)) {
    const kernel = windows.map((step) => step.kernel);
    const room = windows.map(({ input, begin, end }) =>
      input === null ? null : input + (begin ?? 0) + (end ?? 0),
    );
    const facts = { argument: 'window_shape', kernel, span: kernel, room, padded: false, instead: null };
    return refuse(
      'window-too-large',
      'call',
      null,
      `${windowTooLarge(facts)} JAX itself returns an empty array.`,
    );
  }
  return { ok: true, operation: fitted, derivation };
}
