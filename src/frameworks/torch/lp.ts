import type { Reduce, SpatialRank } from '../../pooling/index.ts';
import { localWindow } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Refusal } from '../framework.ts';
import { none } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success, typeError, valueError } from '../refusal.ts';
import { repr } from '../repr.ts';
import { isTruthy, repeated } from '../values/integers.ts';
import { admitTensors } from './admit.ts';
import { bindingError, type Callee } from './callee.ts';
import { poolOperation, strideOf, withStride } from './local.ts';
import { inferWindow } from './local-shape.ts';
import { readSizes } from './sizes.ts';
import { checkWindow } from './window-values.ts';

/** LPPool1d–3d: an average of powers, scaled back (torch/nn/functional.py), so its checks are avg_pool's. */
export function lpRules(callee: Callee): Rules {
  return {
    bindingError: (layer, fault) => bindingError(callee, fault, layer.form === 'class' ? 1 : 0),
    keywords: 'strict',
    resolve: resolveLp,
    infer({ layer, operation }, shape) {
      if (operation.kind !== 'pool' || operation.window.kind !== 'local') {
        throw new RangeError(`${layer.name} has no window`);
      }
      return inferWindow(layer, 'average', operation, operation.window, shape);
    },
    admit: ({ layer }, inferred, data, { dtype }) => admitTensors(layer, inferred, data, dtype),
    returnsIndices: () => false,
  };
}

function resolveLp({ layer, values }: Call): Resolved | Refusal {
  const rank = layer.rank ?? 2;
  const { norm_type = none, kernel_size = none, ceil_mode } = values;
  const norm = readNorm(norm_type);
  if (!norm.ok) return norm;
  const unpacked = checkUnpacking(rank, kernel_size);
  if (unpacked !== null) return unpacked;

  const reader = { op: `avg_pool${rank}d`, rank, lengths: 'average' } as const;
  const kernel = readSizes(reader, 'kernel_size', 2, kernel_size);
  if (!kernel.ok) return kernel;
  const step = strideOf(values);
  const stride = step === null ? kernel : readSizes(reader, 'stride', 3, step);
  if (!stride.ok) return stride;
  const sizes = { kernel: kernel.value, stride: stride.value };
  const wrong = checkWindow(rank, { ...sizes, padding: repeated(0, rank), dilation: repeated(1, rank) });
  if (wrong !== null) return wrong;
  const window = localWindow({ ...sizes, rounding: isTruthy(ceil_mode) ? 'ceil' : 'floor' });
  return { ok: true, args: withStride(values), operation: poolOperation(rank, norm.value, window) };
}

/** An infinite norm is the largest |x| since PyTorch 2.13; a finite one raises x as it is. */
function readNorm(value: PythonValue): Result<Reduce> {
  const isNumber = value.type === 'int' || value.type === 'float';
  if (!isNumber || Number.isNaN(value.value) || value.value === Number.NEGATIVE_INFINITY) {
    return refuse(
      'bad-type',
      'call',
      null,
      `norm_type=${repr(value)} is no norm; 2 gives the Euclidean one.`,
    );
  }
  if (value.value === 0) {
    const error = { message: 'float division by zero', exception: 'ZeroDivisionError' };
    return refuse(
      'out-of-range',
      'call',
      error,
      'norm_type=0 has no root to take. 1 sums, 2 is the Euclidean norm.',
    );
  }
  const infinite = value.value === Number.POSITIVE_INFINITY;
  return success({
    kind: 'lp',
    norm: value.value,
    sign: infinite ? 'absolute' : 'raw',
    clipped: infinite ? 'as-is' : 'rescaled',
  });
}

/** `kw, kh = _pair(kernel_size)`: a tuple of another length fails in Python, and in 1d a tuple can't be multiplied. */
function checkUnpacking(rank: SpatialRank, value: PythonValue): Refusal | null {
  if (value.type !== 'tuple' && value.type !== 'list') return null;
  const advice = `kernel_size=${repr(value)} does not fit LPPool${rank}d; kernel_size=2 does.`;
  if (rank === 1) {
    const message = `mul(): argument 'other' (position 1) must be Tensor, not ${value.type}`;
    return refuse('bad-type', 'call', typeError(message), advice);
  }
  const count = value.items.length;
  if (count === rank) return null;
  const message =
    count > rank
      ? `too many values to unpack (expected ${rank})`
      : `not enough values to unpack (expected ${rank}, got ${count})`;
  return refuse('bad-length', 'call', valueError(message), advice);
}
