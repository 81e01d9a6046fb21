import { type Dimension, inferShape, type Shape, type SpatialRank } from '../../pooling/index.ts';
import { sizes } from '../advice/sizes.ts';
import { maximum, mean, planeIndices, withAxes } from '../canonical.ts';
import type { Call, Resolved, Rules } from '../definition.ts';
import type { Configuration, Inferred, Layer, Refusal } from '../framework.ts';
import { none } from '../literal.ts';
import type { PythonValue } from '../python.ts';
import { type Result, refuse, success, typeError } from '../refusal.ts';
import { repr } from '../repr.ts';
import { asInt, isTruthy, repeated } from '../values/integers.ts';
import { admitTensors } from './admit.ts';
import { bindingError, type Callee } from './callee.ts';
import * as messages from './messages.ts';
import { asImage, axesFor, emptyAdvice, fitsRank, rankAdvice } from './shapes.ts';

/** AdaptiveMaxPool1d–3d, AdaptiveAvgPool1d–3d and their functions. */
export function adaptiveRules(callee: Callee): Rules {
  return {
    bindingError: (layer, fault) => bindingError(callee, fault, layer.form === 'class' ? 1 : 0),
    keywords: 'strict',
    resolve: resolveAdaptive,
    infer: inferAdaptive,
    admit: ({ layer }, inferred, data, { dtype }) => admitTensors(layer, inferred, data, dtype),
    returnsIndices: ({ args, layer }, { wantIndices }) =>
      layer.family.reduce === 'max' &&
      (isTruthy(args.return_indices) || layer.name.endsWith('_with_indices') || wantIndices === true),
  };
}

function operatorOf({ family }: Layer, rank: SpatialRank): string {
  return `adaptive_${family.reduce === 'max' ? 'max' : 'avg'}_pool${rank}d`;
}

function resolveAdaptive({ layer, values }: Call): Resolved | Refusal {
  const rank = layer.rank ?? 2;
  const { output_size = none } = values;
  const size = readOutputSize(layer, rank, output_size);
  if (!size.ok) return size;
  return {
    ok: true,
    args: values,
    operation: {
      kind: 'pool',
      axes: { rank, layout: 'channels_first', lead: 1, channels: true },
      reduce: layer.family.reduce === 'max' ? maximum('propagate', 'first') : mean,
      window: { kind: 'adaptive', outputSize: size.value },
      indices: planeIndices,
    },
  };
}

/** Negative sizes are let through: averages and maxima notice them at different moments, with the input in hand. */
function readOutputSize(layer: Layer, rank: SpatialRank, value: PythonValue): Result<readonly Dimension[]> {
  const op = operatorOf(layer, rank);
  const example =
    rank === 1 ? 'output_size=4' : `output_size=4 or output_size=(${repeated(4, rank).join(', ')})`;
  const advice = `output_size=${repr(value)} does not fit ${layer.name}: write ${example}.`;
  const single = asInt(value);
  if (single !== null) return success(repeated(single, rank));
  if (value.type !== 'tuple' && value.type !== 'list') {
    const none = value.type === 'none' && rank > 1;
    const error = none
      ? typeError("object of type 'NoneType' has no len()")
      : messages.notInts(op, 'output_size', 2, value);
    return refuse('bad-type', 'call', error, advice);
  }
  const size: Dimension[] = [];
  for (const item of value.items) {
    const length = asInt(item);
    if (length === null && (item.type !== 'none' || rank === 1)) {
      return refuse('bad-type', 'call', messages.notInts(op, 'output_size', 2, value), advice);
    }
    size.push(length);
  }
  const [only] = size;
  if (size.length === 1 && only !== undefined) return success(Array.from({ length: rank }, () => only));
  if (size.length !== rank) {
    return refuse('bad-length', 'call', messages.adaptiveLength(op, rank, size.length), advice);
  }
  return success(size);
}

function inferAdaptive({ layer, operation, args }: Configuration, shape: Shape): Inferred | Refusal {
  const { rank } = operation.axes;
  const op = operatorOf(layer, rank);
  const given = args.output_size;
  if (!fitsRank(rank, shape)) {
    const length = given?.type === 'tuple' || given?.type === 'list' ? given.items.length : 0;
    const error =
      rank === 1
        ? messages.dimensionRange(op, shape)
        : shape.length <= length
          ? messages.inputDimension(length)
          : messages.adaptiveRank(op, rank, shape);
    return refuse('wrong-rank', 'call', error, rankAdvice(layer.name, rank, shape));
  }
  const fitted = withAxes(operation, axesFor(rank, shape));
  const derivation = inferShape(fitted, shape);
  const output = derivation.output.slice(-rank);
  const average = layer.family.reduce === 'average';
  const negative = output.find((size) => size !== null && size < 0) ?? null;
  const negativeAdvice = `An output of ${sizes(output)} cells is not possible; use 1 or more.`;
  if (average && negative !== null) {
    const known = output.map((size) => size ?? 0);
    const name = rank === 1 ? 'adaptive_avg_pool2d' : op;
    const error = messages.negativeElements(name, rank === 1 ? [1, ...known] : known);
    return refuse('out-of-range', 'call', error, negativeAdvice);
  }
  const empty = firstEmpty(shape, average ? shape.length - rank : fitted.axes.lead);
  if (empty !== null) {
    const image = rank === 1 && average;
    const error = messages.adaptiveEmpty(
      image ? 'adaptive_avg_pool2d' : op,
      image ? asImage(shape) : shape,
      image ? empty + 1 : empty,
    );
    return refuse('empty-axis', 'call', error, emptyAdvice(shape));
  }
  if (negative !== null) {
    const made = rank === 1 ? asImage(derivation.output) : derivation.output;
    return refuse('out-of-range', 'call', messages.negativeDimension(negative, made), negativeAdvice);
  }
  return { ok: true, operation: fitted, derivation };
}

/** The first axis of length 0 from `from` on; averages look at the spatial axes only, maxima at all but the batch. */
function firstEmpty(shape: Shape, from: number): number | null {
  const index = shape.findIndex((size, axis) => axis >= from && size === 0);
  return index === -1 ? null : index;
}
