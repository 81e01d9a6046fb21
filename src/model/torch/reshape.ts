import type { Shape } from '../../pooling/index.ts';
import { integer, integers } from '../arguments/kinds.ts';
import { effect, lost, weightless } from '../define.ts';
import type { Effect, ModelLayer } from '../layer.ts';
import { type Problem, problem, runtimeError } from '../problem.ts';
import { printSizes, product } from '../shape/dimensions.ts';
import { fillOne } from '../shape/fill.ts';
import { torchLayer } from './callee.ts';
import { variadic, type WrittenSize } from './variadic.ts';

const moved = (output: Shape, warning: string | null = null): Effect =>
  effect(output, weightless, lost, warning);

/** `view` and `reshape`: the same elements in another shape (aten/src/ATen/InferSize.h). */
function reshaped(sizes: readonly WrittenSize[], input: Shape): Effect | Problem {
  const [batch = null, ...rest] = input;
  const target = sizes.map((size) => (size === 'batch' ? batch : size));
  const count = product(input);
  if (count !== null) {
    const filled = fillOne(target, count);
    return filled === null ? invalid(target, count) : moved(filled, splitRows(sizes, input, filled));
  }
  const each = product(rest);
  const [first, ...others] = sizes;
  if (each === null || first === undefined) return moved(target.map((size) => (size === -1 ? null : size)));
  if (first === 'batch') {
    const filled = fillOne(target.slice(1), each);
    return filled === null ? invalid([-1, ...target.slice(1)], each) : moved([batch, ...filled]);
  }
  const own = product(others.map((size) => (size === 'batch' ? null : size)));
  if (first !== -1 || own === null) return moved(target.map((size) => (size === -1 ? null : size)));
  if (own === 0 || each % own !== 0) return invalid(target, each);
  return moved([null, ...target.slice(1)], each === own ? null : rowsWarning(each / own, each));
}

/** With a known batch the same mistake shows in the number of rows. */
function splitRows(sizes: readonly WrittenSize[], input: Shape, output: Shape): string | null {
  const [before = null] = input;
  const [after = null] = output;
  if (sizes[0] !== -1 || input.length < 3 || before === null || after === null || after === before)
    return null;
  return after > before && after % before === 0
    ? rowsWarning(after / before, product(input.slice(1)) ?? 0)
    : null;
}

const rowsWarning = (rows: number, each: number): string =>
  `PyTorch runs this, but it makes ${rows} rows out of each sample: a sample has ${each} numbers. ` +
  'torch.flatten(x, 1) keeps one row each.';

function invalid(target: Shape, count: number): Problem {
  const error = runtimeError(`shape '${printSizes(target)}' is invalid for input of size ${count}`);
  const wanted = product(target.filter((size) => size !== -1));
  const advice =
    `${count} numbers don't fit rows of ${wanted ?? '?'}. torch.flatten(x, 1) keeps one row for each sample, here with ` +
    `${count} numbers.`;
  return problem('wrong-element-count', 'call', error, advice);
}

/** Axes in another order. */
function permuted(axes: readonly WrittenSize[], input: Shape): Effect | Problem {
  const places = axes.map((axis) => (axis === 'batch' ? -1 : axis < 0 ? axis + input.length : axis));
  if (places.length !== input.length || new Set(places).size !== input.length) {
    const error = runtimeError(
      `permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ` +
        `ordering of dimensions i.e. input.dim() = ${input.length} is not equal to len(dims) = ${axes.length}`,
    );
    const advice = `${printSizes(input)} has ${input.length} axes; permute names each of them once.`;
    return problem('wrong-rank', 'call', error, advice);
  }
  return moved(places.map((place) => input[place] ?? null));
}

function transposed(axes: readonly WrittenSize[], input: Shape): Effect | Problem {
  const [a = 0, b = 1] = axes.map((axis) => (axis === 'batch' ? 0 : axis < 0 ? axis + input.length : axis));
  if (a >= input.length || b >= input.length) {
    return problem('wrong-rank', 'call', null, `${printSizes(input)} has no axes ${a} and ${b} to swap.`);
  }
  return moved(
    input.map((size, at) => (at === a ? (input[b] ?? null) : at === b ? (input[a] ?? null) : size)),
  );
}

/** Without an axis every axis of length 1 goes away. */
function squeezed(axes: readonly WrittenSize[], input: Shape): Effect {
  const places = axes.map((axis) => (axis === 'batch' ? -1 : axis < 0 ? axis + input.length : axis));
  return moved(input.filter((size, at) => size !== 1 || (places.length > 0 && !places.includes(at))));
}

function unsqueezed(axes: readonly WrittenSize[], input: Shape): Effect {
  const [axis = 0] = axes;
  const place = axis === 'batch' ? 0 : axis < 0 ? axis + input.length + 1 : axis;
  return moved([...input.slice(0, place), 1, ...input.slice(place)]);
}

const unflatten = torchLayer({
  name: 'Unflatten',
  arguments: { dim: integer(), unflattened_size: integers() },
  infer({ dim, unflattened_size }, [input]) {
    const place = dim < 0 ? dim + input.length : dim;
    const filled = fillOne(unflattened_size, input[place] ?? null);
    if (filled === null) return invalid(unflattened_size, input[place] ?? 0);
    return moved([...input.slice(0, place), ...filled, ...input.slice(place + 1)]);
  },
});

export const reshapingLayers: readonly ModelLayer[] = [
  unflatten,
  variadic('view', [], reshaped),
  variadic('reshape', [], reshaped),
  variadic('permute', [], permuted),
  variadic('transpose', ['swapaxes'], transposed),
  variadic('squeeze', [], squeezed),
  variadic('unsqueeze', [], unsqueezed),
];
