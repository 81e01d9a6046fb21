import type { Divisor, LocalWindow, PoolOperation, Reduce, SpatialRank } from '../../pooling/index.ts';
import { localWindow, maximum, mean, planeIndices, symmetric } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Configuration, Inferred, Layer, Refusal } from '../framework.ts';
import { bool, none } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success } from '../refusal.ts';
import { asInt, isTruthy, repeated } from '../values/integers.ts';
import { admitTensors } from './admit.ts';
import { bindingError, type Callee } from './callee.ts';
import { inferWindow, type Kernel } from './local-shape.ts';
import { notInt, zeroDivisor } from './messages.ts';
import { readSizes, type SizeReader } from './sizes.ts';
import { checkMax1d, checkWindow, type WindowValues } from './window-values.ts';

/** MaxPool1d–3d, AvgPool1d–3d and their functions. */
export function localRules(callee: Callee): Rules {
  return {
    bindingError: (layer, fault) => bindingError(callee, fault, layer.form === 'class' ? 1 : 0),
    keywords: 'strict',
    resolve: resolveLocal,
    infer: inferLocal,
    admit: ({ layer }, inferred, data, { dtype }) => admitTensors(layer, inferred, data, dtype),
    returnsIndices: ({ args, layer }, { wantIndices }) =>
      layer.family.reduce === 'max' &&
      (isTruthy(args.return_indices) || layer.name.endsWith('_with_indices') || wantIndices === true),
  };
}

function kernelOf({ family, name }: Layer, args: Readonly<Record<string, PythonValue>>): Kernel {
  if (family.reduce !== 'max') return 'average';
  return isTruthy(args.return_indices) || name.endsWith('_with_indices') ? 'max-with-indices' : 'max';
}

function resolveLocal({ layer, values }: Call): Resolved | Refusal {
  const rank = layer.rank ?? 2;
  const kernel = kernelOf(layer, values);
  const read = readWindow(rank, kernel, values);
  if (!read.ok) return read;
  const { value: sizes } = read;
  const divisor = kernel === 'average' ? readDivisor(values) : success<Divisor>({ kind: 'real' });
  if (!divisor.ok) return divisor;
  const wrong = rank === 1 && kernel === 'max' ? checkMax1d(sizes) : checkWindow(rank, sizes);
  if (wrong !== null) return wrong;

  const window = localWindow({
    kernel: sizes.kernel,
    stride: sizes.stride,
    dilation: sizes.dilation,
    padding: symmetric(sizes.padding),
    rounding: isTruthy(values.ceil_mode) ? 'ceil' : 'floor',
    divisor: divisor.value,
  });
  return {
    ok: true,
    args: withStride(values),
    operation: poolOperation(rank, kernel === 'average' ? mean : maximum('propagate', 'first'), window),
  };
}

function readWindow(
  rank: SpatialRank,
  kernel: Kernel,
  values: Readonly<Record<string, PythonValue>>,
): Result<WindowValues> {
  const suffix = kernel === 'max-with-indices' ? '_with_indices' : '';
  const reader: SizeReader = {
    op: `${kernel === 'average' ? 'avg' : 'max'}_pool${rank}d${suffix}`,
    rank,
    lengths: kernel === 'average' ? 'average' : rank === 1 && suffix !== '' ? 'one-int' : 'max',
  };
  const { kernel_size = none } = values;
  const size = readSizes(reader, 'kernel_size', 2, kernel_size);
  if (!size.ok) return size;
  const step = strideOf(values);
  const stride = step === null ? size : readSizes(reader, 'stride', 3, step);
  if (!stride.ok) return stride;
  const padding = values.padding
    ? readSizes(reader, 'padding', 4, values.padding)
    : success(repeated(0, rank));
  if (!padding.ok) return padding;
  const dilation = values.dilation
    ? readSizes(reader, 'dilation', 5, values.dilation)
    : success(repeated(1, rank));
  if (!dilation.ok) return dilation;
  return success({
    kernel: size.value,
    stride: stride.value,
    padding: padding.value,
    dilation: dilation.value,
  });
}

/** None and an empty tuple both stand for the kernel size. */
export function strideOf({ stride }: Readonly<Record<string, PythonValue>>): PythonValue | null {
  if (stride === undefined || stride.type === 'none') return null;
  return (stride.type === 'tuple' || stride.type === 'list') && stride.items.length === 0 ? null : stride;
}

/** The arguments as the module keeps them: a missing stride is the kernel size. */
export function withStride(
  values: Readonly<Record<string, PythonValue>>,
): Readonly<Record<string, PythonValue>> {
  const { kernel_size, ceil_mode } = values;
  return {
    ...values,
    ...(strideOf(values) === null && kernel_size ? { stride: kernel_size } : {}),
    ...(ceil_mode ? { ceil_mode: bool(isTruthy(ceil_mode)) } : {}),
  };
}

function readDivisor({
  divisor_override,
  count_include_pad,
}: Readonly<Record<string, PythonValue>>): Result<Divisor> {
  if (divisor_override === undefined || divisor_override.type === 'none') {
    return success({ kind: isTruthy(count_include_pad) ? 'padded' : 'real' });
  }
  const value = asInt(divisor_override);
  if (value === null) {
    const advice = 'divisor_override is a whole number other than 0, or None to divide by the window.';
    return refuse('bad-type', 'call', notInt('avg_pool2d', 'divisor_override', 7, divisor_override), advice);
  }
  if (value === 0) {
    const advice = 'Nothing divides by 0. divisor_override=1 gives the sum of each window.';
    return refuse('out-of-range', 'call', zeroDivisor, advice);
  }
  return success({ kind: 'fixed', value });
}

export const poolOperation = (rank: SpatialRank, reduce: Reduce, window: LocalWindow): PoolOperation => ({
  kind: 'pool',
  axes: { rank, layout: 'channels_first', lead: 1, channels: true },
  reduce,
  window,
  indices: planeIndices,
});

/** int64 is the one integer type that averages take, and they drop the fraction. */
function inferLocal(
  { layer, args, operation }: Configuration,
  shape: readonly (number | null)[],
  { dtype }: { readonly dtype?: string },
): Inferred | Refusal {
  if (operation.kind !== 'pool' || operation.window.kind !== 'local') {
    throw new RangeError(`${layer.name} has no window`);
  }
  const truncated: Reduce = { kind: 'average', truncate: true };
  const whole = operation.reduce.kind === 'average' && dtype === 'int64';
  const fitted = whole ? { ...operation, reduce: truncated } : operation;
  return inferWindow(layer, kernelOf(layer, args), fitted, operation.window, shape);
}
