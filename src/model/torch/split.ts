import type { Dimension, Shape } from '../../pooling/index.ts';
import { flag, integer, integers, optional, positive, tensor } from '../arguments/kinds.ts';
import { effect, lost, point, weightless } from '../define.ts';
import type { Effect, ModelLayer } from '../layer.ts';
import { type Problem, problem, runtimeError } from '../problem.ts';
import { reachOver, reduced } from '../reach.ts';
import { broadcast } from '../shape/broadcast.ts';
import { printSizes } from '../shape/dimensions.ts';
import { torchFunction } from './callee.ts';
import { incompatible } from './merging.ts';

/** Several tensors: the first, and those beside it. Along the channels every cell stays in its place. */
function several(shapes: readonly Shape[], axis: number): Effect {
  const [first = [], ...beside] = shapes;
  return { ...effect(first, weightless, axis === 1 ? point : lost), beside };
}

const placeOf = (dim: number, input: Shape): number => (dim < 0 ? dim + input.length : dim);

function noAxis(dim: number, input: Shape): Problem {
  const error = runtimeError(
    `Dimension out of range (expected to be in range of [${-input.length}, ${input.length - 1}], but got ${dim})`,
  );
  return problem('wrong-rank', 'call', error, `${printSizes(input)} has no axis ${dim}.`);
}

function piecesOf(input: Shape, axis: number, lengths: readonly Dimension[]): readonly Shape[] {
  return lengths.map((length) => input.map((size, at) => (at === axis ? length : size)));
}

/** As many pieces of `size` cells as fit, and the rest. */
function evenly(length: number, size: number): readonly number[] {
  const count = Math.max(1, Math.ceil(length / size));
  return Array.from({ length: count }, (_, at) => Math.min(size, length - at * size));
}

/** `chunk` makes pieces of ⌈n / chunks⌉ cells, so that there may be fewer than asked for. */
const chunk = torchFunction('torch.chunk', {
  name: 'chunk',
  arguments: { input: tensor, chunks: positive(), dim: integer(0) },
  infer({ chunks, dim }, [input]) {
    const axis = placeOf(dim, input);
    if (axis < 0 || axis >= input.length) return noAxis(dim, input);
    const length = input[axis] ?? null;
    const lengths =
      length === null
        ? Array.from({ length: chunks }, () => null)
        : evenly(length, Math.max(1, Math.ceil(length / chunks)));
    return several(piecesOf(input, axis, lengths), axis);
  },
});

/** One size for all pieces, or one for each. */
const split = torchFunction('torch.split', {
  name: 'split',
  arguments: { tensor, split_size_or_sections: integers(), dim: integer(0) },
  infer({ split_size_or_sections: sizes, dim }, [input]) {
    const axis = placeOf(dim, input);
    if (axis < 0 || axis >= input.length) return noAxis(dim, input);
    const length = input[axis] ?? null;
    const [size = 1] = sizes;
    if (sizes.length === 1) {
      if (length === null || size < 1) {
        const advice = 'How many pieces there are depends on a size that is open here.';
        return problem('unknown-value', 'call', null, advice);
      }
      return several(piecesOf(input, axis, evenly(length, size)), axis);
    }
    const total = sizes.reduce((sum, one) => sum + one, 0);
    if (length !== null && total !== length) {
      const error = runtimeError(
        `split_with_sizes expects split_sizes to sum exactly to ${length} (input tensor's size at dimension ${axis}), but got split_sizes=[${sizes.join(', ')}]`,
      );
      const advice = `The pieces come to ${total}, and axis ${axis} of ${printSizes(input)} has ${length}.`;
      return problem('mismatched-inputs', 'call', error, advice);
    }
    return several(piecesOf(input, axis, sizes), axis);
  },
});

const unbind = torchFunction('torch.unbind', {
  name: 'unbind',
  arguments: { input: tensor, dim: integer(0) },
  infer({ dim }, [input]) {
    const axis = placeOf(dim, input);
    const length = input[axis] ?? null;
    if (axis < 0 || axis >= input.length) return noAxis(dim, input);
    const piece = input.filter((_, at) => at !== axis);
    return several(
      Array.from({ length: length ?? 1 }, () => piece),
      0,
    );
  },
});

/** `torch.max(x)` is one number, `torch.max(x, dim)` values and places, `torch.max(x, y)` the larger, cell by cell. */
const extreme = (name: string): ModelLayer =>
  torchFunction(`torch.${name}`, {
    name,
    pools: true,
    merges: true,
    arguments: { input: tensor, dim: optional(integer()), keepdim: flag(false) },
    infer({ dim, keepdim }, [input, other]) {
      if (other !== undefined) {
        const output = broadcast(input, other);
        return output === null ? incompatible(input, other) : effect(output);
      }
      const spatial = input.map((_, at) => at).slice(2);
      if (dim === null)
        return effect(
          [],
          weightless,
          reachOver(
            input.map((_, at) => at),
            spatial,
          ),
        );
      const axis = placeOf(dim, input);
      if (axis < 0 || axis >= input.length) return noAxis(dim, input);
      const output = reduced(input, [axis], keepdim);
      return { ...effect(output, weightless, reachOver([axis], spatial)), beside: [output] };
    },
  });

export const splittingLayers: readonly ModelLayer[] = [chunk, split, unbind, extreme('max'), extreme('min')];
