import { asInt, asInts, type GivenArguments, type PythonValue } from '../../frameworks/index.ts';
import { findFunction, leakyRelu } from './cell-function.ts';
import type { CellRule } from './cells.ts';
import type { Step } from './step.ts';

/** What a layer that doesn't pool comes to: steps on maps, or the loss of the spatial axes; null where no rule is here. */
export type LayerSteps = { readonly steps: readonly Step[]; readonly flattens: boolean } | null;

/** The steps of a layer that doesn't pool, as far as they can be told without its weights. */
export function stepsOfLayer(name: string, given: GivenArguments, rank: number): LayerSteps {
  const base = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (identities.test(base)) return { steps: [], flattens: false };
  if (/^(?:flatten|squeeze)$/.test(base)) return { steps: [], flattens: true };
  const steps = activation(base, given) ?? mixing(base, given) ?? framing(base, given, rank);
  return steps && { steps, flattens: false };
}

/** Layers that change nothing once a model is trained. */
const identities =
  /^(?:identity|(?:spatial|alpha|gaussian|feature)?_?(?:alpha)?dropout\d?d?|gaussiannoise|inputlayer)$/;

const argument = (
  given: GivenArguments,
  place: number,
  ...names: readonly string[]
): PythonValue | undefined =>
  given.find(({ name }) => name !== null && names.includes(name))?.value ??
  (given[place]?.name === null ? given[place].value : undefined);

function activation(base: string, given: GivenArguments): readonly Step[] | null {
  const named = base === 'activation' ? argument(given, 0, 'activation') : undefined;
  const name = named?.type === 'str' ? named.value : base;
  if (name === 'linear' && base === 'activation') return [];
  const slope = argument(given, 0, 'negative_slope', 'alpha');
  const share = slope?.type === 'float' || slope?.type === 'int' ? slope.value : null;
  const leaky = /^leaky_?relu$/.test(name) && share !== null;
  const found = leaky ? leakyRelu(share) : findFunction(name);
  const plain =
    given.length === 0 || leaky || base === 'activation' || given.every(({ name: own }) => own === 'inplace');
  return found && plain ? [{ kind: 'function', function: found }] : null;
}

/** Layers that mix the channels of one cell, and the activation that they may end in. */
function mixing(base: string, given: GivenArguments): readonly Step[] | null {
  const own =
    /^batchnorm/.test(base) || /^(?:dense|linear|lazylinear)$/.test(base) || isPointwise(base, given);
  if (!own) return null;
  const named = argument(given, Number.POSITIVE_INFINITY, 'activation');
  const ends = named?.type === 'str' && named.value !== 'linear' ? findFunction(named.value) : null;
  if (ends === undefined) return null;
  return [
    { kind: 'mix', weight: 1, bias: 1 },
    ...(ends ? [{ kind: 'function', function: ends } as const] : []),
  ];
}

function isPointwise(base: string, given: GivenArguments): boolean {
  if (!/^conv(?:olution)?\dd$/.test(base)) return false;
  const torch =
    given.filter(({ name }) => name === null).length > 2 || given.some(({ name }) => name === 'in_channels');
  const kernel = argument(given, torch ? 2 : 1, 'kernel_size');
  const sizes = numbers(kernel);
  const rest = given.filter(({ name }, at) =>
    name === null ? at > (torch ? 2 : 1) : /^(?:strides?|padding)$/.test(name),
  );
  const plain = rest.every(({ name, value }) =>
    name === 'padding'
      ? value.type === 'str' || numbers(value)?.every((cells) => cells === 0)
      : numbers(value)?.every((size) => size === 1),
  );
  return plain && (sizes?.every((size) => size === 1) ?? false);
}

function numbers(value: PythonValue | undefined): readonly number[] | null {
  const one = asInt(value);
  return one === null ? asInts(value) : [one];
}

/** Layers that frame, crop or repeat cells. */
function framing(base: string, given: GivenArguments, rank: number): readonly Step[] | null {
  const rules = rulesOf(base, given, rank);
  return rules && [{ kind: 'cells', rules }];
}

function rulesOf(base: string, given: GivenArguments, rank: number): readonly CellRule[] | null {
  const border = (
    fill: 'zero' | 'reflect' | 'edge',
    sides: readonly (readonly [number, number])[] | null,
    sign = 1,
  ) =>
    sides?.map(
      ([before, after]): CellRule => ({ kind: 'border', before: sign * before, after: sign * after, fill }),
    ) ?? null;
  if (/^zeropadding\dd$/.test(base))
    return border('zero', kerasSides(argument(given, 0, 'padding'), rank, 1));
  if (/^cropping\dd$/.test(base))
    return border('zero', kerasSides(argument(given, 0, 'cropping'), rank, 1), -1);
  const torchPad = base.match(/^(zero|reflection|replication)pad\dd$/);
  if (torchPad) {
    const fill = ({ zero: 'zero', reflection: 'reflect', replication: 'edge' } as const)[torchPad[1] ?? ''];
    return fill ? border(fill, torchSides(argument(given, 0, 'padding'), rank)) : null;
  }
  if (/^upsampling\dd$/.test(base) || base === 'upsample') {
    const mode = argument(given, Number.POSITIVE_INFINITY, 'interpolation', 'mode');
    const times = numbers(
      argument(given, base === 'upsample' ? 1 : 0, 'size', 'scale_factor') ?? { type: 'int', value: 2 },
    );
    if ((mode?.type === 'str' && mode.value !== 'nearest') || times === null) return null;
    return each(times, rank)?.map((count): CellRule => ({ kind: 'repeat', times: count })) ?? null;
  }
  return null;
}

/** An int, one int per axis, or a pair per axis. */
function kerasSides(
  value: PythonValue | undefined,
  rank: number,
  fallback: number,
): readonly (readonly [number, number])[] | null {
  const pairs = (sizes: readonly number[] | null) => sizes?.map((size) => [size, size] as const) ?? null;
  if (value === undefined) return pairs(each([fallback], rank));
  const flat = numbers(value);
  if (flat) return rank === 1 && flat.length === 2 ? [[flat[0] ?? 0, flat[1] ?? 0]] : pairs(each(flat, rank));
  if (value.type !== 'tuple' && value.type !== 'list') return null;
  const sides = value.items.map((item) => asInts(item)).filter((item) => item !== null);
  return sides.length === rank ? sides.map(([before = 0, after = 0]) => [before, after] as const) : null;
}

/** An int, or left, right, top, bottom: the last axis first. */
function torchSides(
  value: PythonValue | undefined,
  rank: number,
): readonly (readonly [number, number])[] | null {
  const sizes = numbers(value);
  if (sizes === null) return null;
  if (sizes.length === 1) return Array.from({ length: rank }, () => [sizes[0] ?? 0, sizes[0] ?? 0] as const);
  if (sizes.length !== 2 * rank) return null;
  return Array.from({ length: rank }, (_, axis) => {
    const at = 2 * (rank - 1 - axis);
    return [sizes[at] ?? 0, sizes[at + 1] ?? 0] as const;
  });
}

function each(sizes: readonly number[], rank: number): readonly number[] | null {
  if (sizes.length === rank) return sizes;
  return sizes.length === 1 ? Array.from({ length: rank }, () => sizes[0] ?? 0) : null;
}
