import { type Axes, inferShape, type Padding, type Reduce, type Shape } from '../../pooling/index.ts';
import { pythonError } from '../binding/python-errors.ts';
import { localWindow, maximum, mean, minimum, planeIndices, symmetric } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Configuration, Inferred, Refusal } from '../framework.ts';
import { none } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { combine, type Result, refuse, success } from '../refusal.ts';
import { print } from '../repr.ts';
import { asInt, asInts, repeated } from '../values/integers.ts';
import { asRank } from '../values/rank.ts';

/** lax.reduce_window: its window spans every axis, those of length 1 are batch and channels. */
export const reduceWindowRules: Rules = {
  bindingError: (layer, fault) => pythonError(fault, layer.name, 0),
  keywords: 'strict',
  resolve: resolveWindow,
  infer: inferWindow,
  admit: () => null,
  returnsIndices: () => false,
};

function resolveWindow({ values }: Call): Resolved | Refusal {
  const window = readInts('window_dimensions', values.window_dimensions ?? none, null);
  if (!window.ok) return window;
  const count = window.value.length;
  const { window_strides = none, window_dilation = none, base_dilation = none } = values;
  const read = combine({
    stride:
      window_strides.type === 'none'
        ? success(repeated(1, count))
        : readInts('window_strides', window_strides, count),
    dilation:
      window_dilation.type === 'none'
        ? success(repeated(1, count))
        : readInts('window_dilation', window_dilation, count),
    base:
      base_dilation.type === 'none'
        ? success(repeated(1, count))
        : readInts('base_dilation', base_dilation, count),
    padding: readPads(values.padding ?? none, count),
    reduce: readReduce(values.computation ?? none, values.init_value ?? none),
  });
  if (!read.ok) return read;
  const { stride, dilation, base, padding, reduce } = read.value;
  const touched = window.value.map((cells, axis) => cells > 1 || stride[axis] !== 1 || padded(padding, axis));
  const place = readAxes(touched);
  if (place === null || base.some((gap) => gap !== 1)) {
    return refuse(
      'unsupported',
      'call',
      null,
      'I pool over one to three neighbouring axes, without base_dilation.',
    );
  }
  const { axes, first } = place;
  const spatial = <T>(list: readonly T[]): readonly T[] => list.slice(first, first + axes.rank);
  return {
    ok: true,
    args: values,
    operation: {
      kind: 'pool',
      axes,
      reduce,
      window: localWindow({
        kernel: spatial(window.value),
        stride: spatial(stride),
        dilation: spatial(dilation),
        padding:
          padding.kind === 'same'
            ? padding
            : { kind: 'explicit', begin: spatial(padding.begin), end: spatial(padding.end) },
        divisor: { kind: 'fixed', value: 1 },
      }),
      indices: planeIndices,
    },
  };
}

const padded = (padding: Padding, axis: number): boolean =>
  padding.kind === 'explicit' && ((padding.begin[axis] ?? 0) > 0 || (padding.end[axis] ?? 0) > 0);

/** The pooled axes are those in a row that something happens to; one axis behind them is the channels. */
function readAxes(touched: readonly boolean[]): { readonly axes: Axes; readonly first: number } | null {
  const some = touched.includes(true);
  const last = some ? touched.lastIndexOf(true) : touched.length - 1;
  const first = some ? touched.indexOf(true) : Math.max(0, last - 2);
  const behind = touched.length - 1 - last;
  const rank = asRank(last - first + 1 + Math.max(0, behind - 1));
  if (rank === null) return null;
  const channels = behind > 0;
  return { axes: { rank, layout: 'channels_last', lead: first, channels }, first };
}

/** The initial value takes part in every window, so only the one that changes nothing is pooling. */
function readReduce(computation: PythonValue, init: PythonValue): Result<Reduce> {
  const name = print(computation).split('.').at(-1) ?? '';
  const start = print(init).replace(/\s/g, '');
  const infinite = /(?:^|\.|\(['"]?)(-?)inf(?:inity)?['"]?\)?$/i.exec(start);
  const negative = start.startsWith('-') || infinite?.[1] === '-';
  const zero = asInt(init) === 0 || (init.type === 'float' && init.value === 0);
  if (/^(?:max|maximum)$/.test(name) && infinite && negative) return success(maximum('propagate', 'first'));
  if (/^(?:min|minimum)$/.test(name) && infinite && !negative) return success(minimum('propagate', 'first'));
  if (name === 'add' && zero) return success(mean);
  const advice = 'I know lax.max with -jnp.inf, lax.min with jnp.inf and lax.add with 0.';
  return refuse('unsupported', 'call', null, advice);
}

function readInts(name: string, value: PythonValue, count: number | null): Result<readonly number[]> {
  const numbers = asInts(value);
  if (numbers === null)
    return refuse('bad-type', 'call', null, `${name} is a tuple with one whole number per axis.`);
  if (numbers.some((number) => number < 1))
    return refuse('out-of-range', 'call', null, `Every ${name} is 1 or more.`);
  if (count === null || numbers.length === count) return success(numbers);
  return refuse('bad-length', 'call', null, `${name} has ${numbers.length} numbers and the window ${count}.`);
}

function readPads(value: PythonValue, count: number): Result<Padding> {
  if (value.type === 'str') {
    const name = value.value.toUpperCase();
    if (name === 'VALID') return success(symmetric(repeated(0, count)));
    if (name === 'SAME') return success({ kind: 'same', odd: 'upper' });
    if (name === 'SAME_LOWER') return success({ kind: 'same', odd: 'lower' });
  }
  const items = value.type === 'tuple' || value.type === 'list' ? value.items : [];
  const pairs = items.map(asInts).filter((pair) => pair !== null && pair.length === 2);
  if (items.length === count && pairs.length === count) {
    return success({
      kind: 'explicit',
      begin: pairs.map((pair) => pair?.[0] ?? 0),
      end: pairs.map((pair) => pair?.[1] ?? 0),
    });
  }
  return refuse('bad-type', 'call', null, `padding is "VALID", "SAME" or ${count} pairs (low, high).`);
}

function inferWindow({ operation }: Configuration, shape: Shape): Inferred | Refusal {
  const { axes } = operation;
  const count = axes.lead + axes.rank + (axes.channels ? 1 : 0);
  if (shape.length !== count) {
    return refuse(
      'wrong-rank',
      'call',
      null,
      `The window spans ${count} axes and the array has ${shape.length}.`,
    );
  }
  const derivation = inferShape(operation, shape);
  if (derivation.output.some((size) => size !== null && size < 0)) {
    return refuse(
      'window-too-large',
      'call',
      null,
      'The window is larger than the array; JAX returns an empty one.',
    );
  }
  return { ok: true, operation, derivation };
}
