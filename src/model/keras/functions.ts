import { python } from '../../frameworks/index.ts';
import type { Shape } from '../../pooling/index.ts';
import type { ArgumentKinds } from '../arguments/kind.ts';
import { anyOf, flag, integer, integers, optional, tensor } from '../arguments/kinds.ts';
import { effect, lost, weightless } from '../define.ts';
import type { Effect, ModelLayer } from '../layer.ts';
import { type Problem, problem } from '../problem.ts';
import { reachOver, reduced } from '../reach.ts';
import { printShape, product } from '../shape/dimensions.ts';
import { fillOne } from '../shape/fill.ts';
import { kerasFunction } from './callee.ts';
import { concatenated } from './merging.ts';

const ops = 'https://keras.io/api/ops/numpy/';
const tensorflow = (name: string): string => `https://www.tensorflow.org/api_docs/python/tf/${name}`;

const reductionArguments = { axis: optional(integers(python.none)), keepdims: flag(false) };

/** Batch and channels stand at the ends; what lies between them is the map. */
function reduce(input: Shape, axis: readonly number[] | null, keepdims: boolean): Effect | Problem {
  const axes = (axis ?? input.map((_, at) => at)).map((place) => (place < 0 ? place + input.length : place));
  const strange = axes.find((place) => place < 0 || place >= input.length);
  if (strange !== undefined) {
    return problem('wrong-rank', 'call', null, `${printShape(input)} has no axis ${strange}.`);
  }
  const spatial = input.map((_, at) => at).slice(1, -1);
  return effect(reduced(input, axes, keepdims), weightless, reachOver(axes, spatial));
}

/** `tf.reduce_mean(x, [1, 2])`. */
const tensorflowReduction = (name: string): ModelLayer =>
  kerasFunction(tensorflow(name), {
    name,
    pools: true,
    arguments: { input_tensor: tensor, ...reductionArguments },
    infer: ({ axis, keepdims }, [input]) => reduce(input, axis, keepdims),
  });

/** `keras.ops.mean(x, axis=(1, 2))`. */
const opsReduction = (name: string): ModelLayer =>
  kerasFunction(ops, {
    name,
    pools: true,
    arguments: { x: tensor, ...reductionArguments },
    infer: ({ axis, keepdims }, [input]) => reduce(input, axis, keepdims),
  });

/** The batch is among the sizes here, unlike in the layer. */
const reshape = kerasFunction(ops, {
  name: 'reshape',
  arguments: { x: tensor, newshape: integers() },
  infer({ newshape }, [input]) {
    const open = input[0] === null && newshape[0] === -1 ? newshape.slice(1) : null;
    const count = open === null ? product(input) : product(input.slice(1));
    const filled = fillOne(open ?? newshape, count);
    if (filled === null) {
      const advice = `${printShape(input)} does not fit ${printShape(newshape)}: the numbers of cells differ.`;
      return problem('wrong-element-count', 'call', null, advice);
    }
    return effect(open === null ? filled : [null, ...filled], weightless, lost);
  },
});

/** `tf.concat([a, b], axis=-1)`; `keras.ops.concatenate` is the same with axis 0 by default. */
const concat = kerasFunction(tensorflow('concat'), {
  name: 'concat',
  merges: true,
  arguments: { values: tensor, axis: integer(0) },
  infer: ({ axis }, inputs) => concatenated(axis, inputs),
});

const expandDims = kerasFunction(ops, {
  name: 'expand_dims',
  arguments: { x: tensor, axis: integer() },
  infer({ axis }, [input]) {
    const place = axis < 0 ? axis + input.length + 1 : axis;
    if (place < 0 || place > input.length)
      return problem('wrong-rank', 'call', null, `${printShape(input)} has no place ${axis} for an axis.`);
    return effect([...input.slice(0, place), 1, ...input.slice(place)], weightless, lost);
  },
});

const activationArguments: Readonly<Record<string, ArgumentKinds>> = {
  relu: anyOf('negative_slope', 'max_value', 'threshold'),
  softmax: { axis: integer(-1) },
  gelu: anyOf('approximate'),
  elu: anyOf('alpha'),
  sigmoid: {},
  tanh: {},
  silu: {},
  selu: {},
};

/** Cell by cell, under the names that models use for activations. */
const activation = (name: string, others: ArgumentKinds): ModelLayer =>
  kerasFunction('https://keras.io/api/layers/activations/', {
    name,
    arguments: { x: tensor, ...others },
    infer: (_args, [input]) => effect(input),
  });

export const functions: readonly ModelLayer[] = [
  ...['reduce_mean', 'reduce_max', 'reduce_min', 'reduce_sum'].map(tensorflowReduction),
  ...['mean', 'max', 'min', 'sum'].map(opsReduction),
  reshape,
  concat,
  expandDims,
  ...Object.entries(activationArguments).map(([name, others]) => activation(name, others)),
];
