import { inferShape, type PoolOperation, type Shape } from '../../pooling/index.ts';
import { type FrameworkError, pythonError } from '../binding/python-errors.ts';
import { localWindow, maximum, mean, planeIndices, symmetric } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Configuration, Inferred, Refusal } from '../framework.ts';
import { none } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { combine, type Result, refuse, success } from '../refusal.ts';
import { print } from '../repr.ts';
import { asInt, isTruthy } from '../values/integers.ts';

/** A failed CHECK ends the program; there is no exception to name. */
const check = (message: string): FrameworkError => ({ message, exception: 'Check failed' });

/** Caffe's Pooling layer: sizes rounded up (src/caffe/layers/pooling_layer.cpp). */
export const poolingRules: Rules = {
  bindingError: (layer, fault) => pythonError(fault, layer.name, 0),
  keywords: 'strict',
  resolve: resolvePooling,
  infer: inferPooling,
  admit: () => null,
  returnsIndices: (_configuration, { wantIndices }) => wantIndices === true,
};

type Values = Call['values'];

function resolvePooling({ values }: Call): Resolved | Refusal {
  const method = readMethod(values.pool ?? none);
  if (!method.ok) return method;
  const global = isTruthy(values.global_pooling);
  const window = global ? readGlobal(values) : readLocal(values);
  if (!window.ok) return window;
  const operation: PoolOperation = {
    kind: 'pool',
    axes: { rank: 2, layout: 'channels_first', lead: 1, channels: true },
    reduce: method.value === 'MAX' ? maximum('ignore', 'first') : mean,
    window: window.value,
    indices: planeIndices,
  };
  return { ok: true, args: values, operation };
}

/** `MAX`, `P.Pooling.AVE`, "AVE" or the number in the protocol buffer. */
function readMethod(value: PythonValue): Result<'MAX' | 'AVE'> {
  const number = asInt(value);
  const name =
    number === null ? (print(value).split('.').at(-1) ?? '') : (['MAX', 'AVE', 'STOCHASTIC'][number] ?? '');
  if (name === 'MAX' || name === 'AVE') return success(name);
  const advice =
    name === 'STOCHASTIC'
      ? 'Stochastic pooling draws at random, so its values cannot be told.'
      : `pool is MAX or AVE in Caffe, not ${print(value)}.`;
  return refuse('bad-choice', 'constructor', null, advice);
}

function readGlobal(values: Values): Result<PoolOperation['window']> {
  const sized = ['kernel_size', 'kernel_h', 'kernel_w'].some(
    (name) => values[name] && values[name].type !== 'none',
  );
  if (!sized) return success({ kind: 'global', keepdims: true });
  const error = check('With Global_pooling: true Filter size cannot specified');
  return refuse('conflicting-arguments', 'constructor', error, 'Leave out kernel_size with global_pooling.');
}

function readLocal(values: Values): Result<PoolOperation['window']> {
  const sizes = combine({
    kernel: readPair(values, 'kernel_size', 'kernel'),
    stride: readPair(values, 'stride', 'stride'),
    padding: readPair(values, 'pad', 'pad'),
  });
  if (!sizes.ok) return sizes;
  const { kernel, stride, padding } = sizes.value;
  const advice = 'kernel_size and stride are 1 or more, and pad is smaller than the kernel.';
  if (kernel.some((cells) => cells < 1)) {
    return refuse('out-of-range', 'constructor', check('Filter dimensions cannot be zero.'), advice);
  }
  if (stride.some((step) => step < 1)) return refuse('out-of-range', 'constructor', null, advice);
  for (const [axis, letter] of ['h', 'w'].entries()) {
    const pad = padding[axis] ?? 0;
    const cells = kernel[axis] ?? 1;
    if (pad < cells) continue;
    const error = check(`Check failed: pad_${letter}_ < kernel_${letter}_ (${pad} vs. ${cells})`);
    return refuse('padding-too-large', 'constructor', error, advice);
  }
  const divisor = { kind: 'padded' } as const;
  return success(localWindow({ kernel, stride, padding: symmetric(padding), rounding: 'caffe', divisor }));
}

/** One number for both axes, or one each under `_h` and `_w`, but not both ways. */
function readPair(values: Values, single: string, prefix: string): Result<readonly number[]> {
  const both = asInt(values[single]);
  const height = asInt(values[`${prefix}_h`]);
  const width = asInt(values[`${prefix}_w`]);
  if (height !== null && width !== null) return success([height, width]);
  if (both !== null && height === null && width === null) return success([both, both]);
  const error =
    prefix === 'kernel'
      ? check('For non-square filters both kernel_h and kernel_w are required.')
      : check(
          `${prefix === 'pad' ? 'pad' : 'Stride'} is ${single} OR ${prefix}_h and ${prefix}_w are required.`,
        );
  const advice = `Give ${single}, or both ${prefix}_h and ${prefix}_w.`;
  return refuse('missing-argument', 'constructor', error, advice);
}

/** Rounded up, a window larger than the map can still be one clipped window; only nothing at all is refused. */
function inferPooling({ operation }: Configuration, shape: Shape): Inferred | Refusal {
  if (shape.length !== 4) {
    const error = check('Input must have 4 axes, corresponding to (num, channels, height, width)');
    const advice = `Caffe pools blobs of 4 axes (num, channels, height, width); there are ${shape.length}.`;
    return refuse('wrong-rank', 'shape', error, advice);
  }
  const derivation = inferShape(operation, shape);
  if (derivation.output.some((size, axis) => axis > 1 && size !== null && size < 1)) {
    const advice =
      'The window is larger than the map. A smaller kernel_size fits; global_pooling takes any size.';
    return refuse('window-too-large', 'shape', null, advice);
  }
  return { ok: true, operation, derivation };
}
