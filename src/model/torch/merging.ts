import type { Shape } from '../../pooling/index.ts';
import { integer, tensor } from '../arguments/kinds.ts';
import { effect, lost, weightless } from '../define.ts';
import type { ModelLayer } from '../layer.ts';
import { type Problem, problem, runtimeError } from '../problem.ts';
import { broadcast } from '../shape/broadcast.ts';
import { agree, printSizes, sum } from '../shape/dimensions.ts';
import { torchFunction } from './callee.ts';

function single(name: string): Problem {
  return problem(
    'wrong-input-count',
    'call',
    null,
    `${name} joins several tensors, and only one comes in here.`,
  );
}

/** One behind the other along `dim`, all other axes equal. */
const cat = torchFunction('torch.cat', {
  name: 'cat',
  aliases: ['concat', 'concatenate'],
  merges: true,
  arguments: { tensors: tensor, dim: integer(0) },
  infer({ dim }, inputs) {
    const [first, ...others] = inputs;
    if (others.length === 0) return single('torch.cat');
    const along = dim < 0 ? dim + first.length : dim;
    for (const [at, shape] of others.entries()) {
      const refused = mismatch(first, shape, along, at + 1);
      if (refused !== null) return refused;
    }
    const total = sum(inputs.map((shape) => shape[along] ?? null));
    return effect(first.map((size, at) => (at === along ? total : size)));
  },
});

function mismatch(first: Shape, shape: Shape, along: number, number: number): Problem | null {
  if (shape.length !== first.length) {
    const error = runtimeError(
      `Tensors must have same number of dimensions: got ${first.length} and ${shape.length}`,
    );
    const advice = `${printSizes(first)} and ${printSizes(shape)} have different numbers of axes.`;
    return problem('mismatched-inputs', 'call', error, advice);
  }
  const axis = shape.findIndex((size, at) => at !== along && !agree(size, first[at] ?? null));
  if (axis === -1) return null;
  const error = runtimeError(
    `Sizes of tensors must match except in dimension ${along}. ` +
      `Expected size ${first[axis]} but got size ${shape[axis]} for tensor number ${number} in the list.`,
  );
  const advice =
    `Axis ${axis} has ${first[axis]} cells in one and ${shape[axis]} in the other. Where a pooling layer has dropped an ` +
    'odd row, F.pad on the smaller or a crop of the larger makes them equal.';
  return problem('mismatched-inputs', 'call', error, advice);
}

/** Cell by cell, sizes of 1 repeated. */
const elementwise = (name: string, aliases: readonly string[]): ModelLayer =>
  torchFunction(`torch.${name}`, {
    name,
    aliases,
    merges: true,
    arguments: { input: tensor, other: tensor },
    infer(_args, inputs) {
      const [first, ...others] = inputs;
      // A number beside the tensor, as in x * 2, keeps the shape.
      let output: Shape = first;
      for (const next of others) {
        const joined = broadcast(output, next);
        if (joined === null) return incompatible(output, next);
        output = joined;
      }
      return effect(output);
    },
  });

export function incompatible(a: Shape, b: Shape): Problem {
  const rank = Math.max(a.length, b.length);
  const sizeAt = (shape: Shape, axis: number) => shape[axis - rank + shape.length] ?? null;
  const axes = Array.from({ length: rank }, (_, at) => rank - 1 - at);
  const axis = axes.find((at) => {
    const [left, right] = [sizeAt(a, at), sizeAt(b, at)];
    return left !== null && right !== null && left !== right && left !== 1 && right !== 1;
  });
  const [left, right] = [sizeAt(a, axis ?? 0), sizeAt(b, axis ?? 0)];
  const error = runtimeError(
    `The size of tensor a (${left}) must match the size of tensor b (${right}) at non-singleton dimension ${axis}`,
  );
  const advice =
    `${printSizes(a)} and ${printSizes(b)} differ: ${left} against ${right}. Equal strides and paddings on both branches ` +
    'keep the map equal, a 1x1 convolution brings the channels to the same number.';
  return problem('mismatched-inputs', 'call', error, advice);
}

/** Side by side along a new axis. */
const stack = torchFunction('torch.stack', {
  name: 'stack',
  merges: true,
  arguments: { tensors: tensor, dim: integer(0) },
  infer({ dim }, inputs) {
    const [first, ...others] = inputs;
    const unequal = others.find((shape) => printSizes(shape) !== printSizes(first));
    if (unequal !== undefined) {
      const advice = `torch.stack takes equal shapes, and ${printSizes(first)} and ${printSizes(unequal)} differ.`;
      return problem('mismatched-inputs', 'call', null, advice);
    }
    const place = dim < 0 ? dim + first.length + 1 : dim;
    return effect([...first.slice(0, place), inputs.length, ...first.slice(place)], weightless, lost);
  },
});

/** Axes of length 1 repeated to the size of another tensor. */
const expandAs = torchFunction('torch.Tensor.expand_as', {
  name: 'expand_as',
  merges: true,
  arguments: { input: tensor, other: tensor },
  infer(_args, [first, second]) {
    const joined = second === undefined ? null : broadcast(first, second);
    if (second === undefined || joined === null || joined.length !== second.length)
      return incompatible(first, second ?? []);
    return effect(second, weightless, lost);
  },
});

export const mergingLayers: readonly ModelLayer[] = [
  cat,
  stack,
  expandAs,
  elementwise('add', ['__add__']),
  elementwise('sub', ['subtract']),
  elementwise('mul', ['multiply']),
];
