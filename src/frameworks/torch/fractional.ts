import { inferShape, type Shape, type SpatialRank } from '../../pooling/index.ts';
import { sizes } from '../advice/sizes.ts';
import { maximum, planeIndices, withAxes } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Configuration, Inferred, Layer, LayerData, Refusal } from '../framework.ts';
import { none } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, runtimeError, success, valueError } from '../refusal.ts';
import { repr } from '../repr.ts';
import { isTruthy, repeated } from '../values/integers.ts';
import { admitTensors } from './admit.ts';
import { bindingError, type Callee } from './callee.ts';
import { axesFor, emptyAdvice, fitsRank, rankAdvice } from './shapes.ts';
import { readSizes } from './sizes.ts';

/** FractionalMaxPool2d and 3d: exact once the random samples are known, a shape alone without them. */
export function fractionalRules(callee: Callee): Rules {
  return {
    bindingError: (layer, fault) => bindingError(callee, fault, layer.form === 'class' ? 1 : 0),
    keywords: 'strict',
    resolve: resolveFractional,
    infer: inferFractional,
    admit: ({ layer }, inferred, data, { dtype, samples }) =>
      admitTensors(layer, inferred, data, dtype) ?? checkSamples(layer, data, samples),
    returnsIndices: ({ args, layer }, { wantIndices }) =>
      isTruthy(args.return_indices) || layer.name.endsWith('_with_indices') || wantIndices === true,
  };
}

function resolveFractional({ layer, values }: Call): Resolved | Refusal {
  const rank = layer.rank ?? 2;
  const { kernel_size = none, output_size = none, output_ratio = none } = values;
  const sized = output_size.type !== 'none';
  const scaled = output_ratio.type !== 'none';
  const stage = layer.form === 'class' ? 'constructor' : 'call';
  if (!sized && !scaled) {
    const message =
      layer.form === 'class'
        ? `FractionalMaxPool${rank}d requires specifying either an output size, or a pooling ratio`
        : `fractional_max_pool${rank}d requires specifying either an output_size or an output_ratio`;
    const advice = 'Say how large the output is: output_size=4, or output_ratio=0.5 for half the input.';
    return refuse('missing-argument', stage, valueError(message), advice);
  }
  if (sized && scaled && layer.form === 'class') {
    const error = valueError('only one of output_size and output_ratio may be specified');
    return refuse(
      'conflicting-arguments',
      stage,
      error,
      'Keep output_size or output_ratio and drop the other.',
    );
  }
  const ratio = scaled && !sized ? readRatio(layer, output_ratio, rank) : success(null);
  if (!ratio.ok) return ratio;
  const reader = { op: `fractional_max_pool${rank}d`, rank, lengths: 'max' } as const;
  const kernel = readSizes(reader, 'kernel_size', 2, kernel_size);
  if (!kernel.ok) return kernel;
  const size = sized ? readSizes(reader, 'output_size', 3, output_size) : success(null);
  if (!size.ok) return size;
  if ([...kernel.value, ...(size.value ?? [])].some((cells) => cells < 1)) {
    return refuse('out-of-range', 'call', null, 'kernel_size and output_size are 1 or more.');
  }
  return {
    ok: true,
    args: values,
    operation: {
      kind: 'pool',
      axes: { rank, layout: 'channels_first', lead: 1, channels: true },
      reduce: maximum('propagate', 'first'),
      window: {
        kind: 'fractional',
        kernel: kernel.value,
        outputSize:
          size.value === null
            ? { kind: 'ratio', ratio: ratio.value ?? [] }
            : { kind: 'size', size: size.value },
      },
      indices: planeIndices,
    },
  };
}

/** Only the module checks that the ratio lies between 0 and 1; the function would fail on the output size. */
function readRatio(layer: Layer, value: PythonValue, rank: SpatialRank): Result<readonly number[]> {
  const items = value.type === 'tuple' || value.type === 'list' ? value.items : null;
  const numbers = (items ?? [value]).map((item) =>
    item.type === 'float' || item.type === 'int' ? item.value : Number.NaN,
  );
  const [first = Number.NaN] = numbers;
  const ratio = items === null ? repeated(first, rank) : numbers;
  const advice = `output_ratio is a number between 0 and 1, or ${rank} of them; 0.5 halves every axis.`;
  if (ratio.length !== rank || ratio.some(Number.isNaN)) return refuse('bad-type', 'call', null, advice);
  if (ratio.every((part) => part > 0 && part < 1)) return success(ratio);
  if (layer.form !== 'class') return refuse('out-of-range', 'call', null, advice);
  const error = valueError(`output_ratio must be between 0 and 1 (got ${repr(value)})`);
  return refuse('out-of-range', 'constructor', error, advice);
}

const axisWords = { 1: ['width'], 2: ['height', 'width'], 3: ['time', 'height', 'width'] } as const;

/** 2d wants output + kernel - 1 <= input, 3d strictly less (FractionalMaxPool2d.cpp, FractionalMaxPool3d.cpp). */
function inferFractional({ layer, operation }: Configuration, shape: Shape): Inferred | Refusal {
  const { rank } = operation.axes;
  if (!fitsRank(rank, shape)) {
    return refuse('wrong-rank', 'call', null, rankAdvice(layer.name, rank, shape));
  }
  const lead = shape.length - rank - 1;
  if (shape.some((size, axis) => axis >= lead && size === 0)) {
    return refuse('empty-axis', 'call', null, emptyAdvice(shape));
  }
  const fitted = withAxes(operation, axesFor(rank, shape));
  const derivation = inferShape(fitted, shape);
  const windows = derivation.steps.filter((step) => step.kind === 'fractional');
  for (const [axis, { kernel, input, output }] of windows.entries()) {
    if (input === null || output === null) continue;
    if (output < 1) {
      return refuse(
        'output-size',
        'call',
        null,
        `The ratio leaves an output of ${output}; a larger one fits.`,
      );
    }
    const needed = output + kernel - (rank === 3 ? 0 : 1);
    if (needed <= input) continue;
    const word = axisWords[rank][axis];
    const op = rank === 3 ? 'fractional_max_pool3d_out' : 'fractional_max_pool2d';
    const message = `${op}(): pool ${word} ${kernel} too large relative to input ${word} ${input}`;
    const advice =
      `${sizes([output])} windows of ${kernel} cells need ${needed} cells of ${word}; there are ${input}. ` +
      'Ask for fewer or smaller windows.';
    return refuse('window-too-large', 'call', runtimeError(message), advice);
  }
  return { ok: true, operation: fitted, derivation };
}

/** One sample per image, channel and axis. */
function checkSamples(
  { name, rank }: Layer,
  { input }: LayerData,
  samples: readonly number[] | undefined,
): Refusal | null {
  const spatial = rank ?? 2;
  const planes = input.shape.slice(0, -spatial).reduce((product, size) => product * size, 1);
  if (samples?.length === planes * spatial) return null;
  const advice =
    samples === undefined
      ? `${name} draws its windows at random on every call, so I can tell the shape but not the values. ` +
        `With _random_samples (${planes} × ${spatial} numbers from 0 to 1) I compute them.`
      : `${samples.length} samples came; this input needs ${planes} × ${spatial}, one per plane and axis.`;
  return refuse('bad-samples', 'call', null, advice);
}
