import { asInt, asInts, type PythonValue, python, repr } from '../../frameworks/index.ts';
import type { Shape, SpatialRank } from '../../pooling/index.ts';
import type { ArgumentKind } from '../arguments/kind.ts';
import { anything, integers, kind, optional, positive, tensor, unfit } from '../arguments/kinds.ts';
import { effect, lost, weightless } from '../define.ts';
import type { Effect, ModelLayer } from '../layer.ts';
import { type Problem, problem, runtimeError, success } from '../problem.ts';
import { printSizes, whenKnown } from '../shape/dimensions.ts';
import { torchFunction, torchLayer } from './callee.ts';

/** A factor for every spatial axis, or one each. */
const factors: ArgumentKind<readonly number[]> = kind(undefined, (value, name) => {
  const items: readonly PythonValue[] =
    value.type === 'tuple' || value.type === 'list' ? value.items : [value];
  const numbers = items.map((item) => (item.type === 'float' ? item.value : asInt(item)));
  const read = numbers.filter((number) => number !== null);
  return read.length === items.length ? success(read) : unfit(value, name, 'numbers', `${name}=2`);
});

interface Target {
  readonly size: readonly number[] | null;
  readonly scale_factor: readonly number[] | null;
}

/** floor(n · scale) cells on every axis behind batch and channels, or the size that is given. */
function interpolated({ size, scale_factor }: Target, input: Shape): Effect | Problem {
  if ((size === null) === (scale_factor === null)) {
    const message =
      size === null
        ? 'either size or scale_factor should be defined'
        : 'only one of size or scale_factor should be defined';
    const error = { message, exception: 'ValueError' };
    return problem('conflicting-arguments', 'call', error, 'Give either size or scale_factor.');
  }
  const lengths = input.slice(2).map((length, axis) => {
    if (size !== null) return size[axis] ?? size[0] ?? null;
    const factor = scale_factor?.[axis] ?? scale_factor?.[0] ?? 1;
    return whenKnown(length, (known) => Math.floor(known * factor));
  });
  return effect([...input.slice(0, 2), ...lengths], weightless, lost);
}

const target = { size: optional(integers()), scale_factor: optional(factors) };
const mode = {
  mode: anything(python.str('nearest')),
  align_corners: anything(),
  recompute_scale_factor: anything(),
};

const upsample = torchLayer({
  name: 'Upsample',
  arguments: { ...target, ...mode },
  infer: (args, [input]) => interpolated(args, input),
});

const upsample2d = (name: string): ModelLayer =>
  torchLayer({ name, rank: 2, arguments: target, infer: (args, [input]) => interpolated(args, input) });

const interpolate = torchFunction('torch.nn.functional.interpolate', {
  name: 'interpolate',
  aliases: ['upsample'],
  arguments: { input: tensor, ...target, ...mode, antialias: anything() },
  infer: (args, [input]) => interpolated(args, input),
});

/** Cells in front of and behind the last axis, then the one before it, and so on. */
function padded(cells: readonly number[], input: Shape): Shape {
  return input.map((size, axis) => {
    const place = 2 * (input.length - 1 - axis);
    return whenKnown(size, (known) => known + (cells[place] ?? 0) + (cells[place + 1] ?? 0));
  });
}

const pad = torchFunction('torch.nn.functional.pad', {
  name: 'pad',
  arguments: { input: tensor, pad: integers(), mode: anything(python.str('constant')), value: anything() },
  infer: ({ pad: cells }, [input]) => effect(padded(cells, input), weightless, lost),
});

/** One number for all sides, or (left, right, top, bottom, front, back) as far as the rank goes. */
function sides(rank: SpatialRank): ArgumentKind<readonly number[]> {
  return kind(undefined, (value, name) => {
    const single = asInt(value);
    const list = single === null ? asInts(value) : Array.from({ length: 2 * rank }, () => single);
    if (list?.length === 2 * rank) return success(list);
    if (list === null) return unfit(value, name, `one number or ${2 * rank}`, `${name}=1`);
    const advice = `${name}=${repr(value)} does not fit: it takes one number, or ${2 * rank}.`;
    return problem('bad-length', 'constructor', null, advice);
  });
}

type Mode = 'Zero' | 'Constant' | 'Reflection' | 'Replication' | 'Circular';

const padding = (way: Mode, rank: SpatialRank): ModelLayer =>
  torchLayer({
    name: `${way}Pad${rank}d`,
    rank,
    arguments: { padding: sides(rank), ...(way === 'Constant' ? { value: anything() } : {}) },
    infer(args, [input]) {
      const reach = reflects(way, args.padding, input);
      if (reach !== null) return reach;
      const ones = Array.from({ length: rank }, () => 1);
      const begin = ones.map((_, axis) => args.padding[2 * (rank - 1 - axis)] ?? 0);
      const window = { kind: 'window', kernel: ones, stride: ones, dilation: ones, begin } as const;
      return effect(padded(args.padding, input), weightless, way === 'Circular' ? lost : window);
    },
  });

/** A reflection has no more cells to give than there are. */
function reflects(way: Mode, cells: readonly number[], input: Shape): Problem | null {
  if (way !== 'Reflection') return null;
  const axis = input.findIndex((size, at) => {
    const place = 2 * (input.length - 1 - at);
    return size !== null && Math.max(cells[place] ?? 0, cells[place + 1] ?? 0) >= size;
  });
  if (axis === -1) return null;
  const place = 2 * (input.length - 1 - axis);
  const error = runtimeError(
    'Argument #4: Padding size should be less than the corresponding input dimension, ' +
      `but got: padding (${cells[place]}, ${cells[place + 1]}) at dimension ${axis} of input ${printSizes(input)}`,
  );
  const advice = `A reflection of ${input[axis]} cells has at most ${(input[axis] ?? 1) - 1} to give.`;
  return problem('padding-too-large', 'call', error, advice);
}

/** Channels become cells: C·r² channels give r times the height and width. */
const pixelShuffle = torchLayer({
  name: 'PixelShuffle',
  arguments: { upscale_factor: positive() },
  infer({ upscale_factor: factor }, [input]) {
    const channels = input.at(-3) ?? null;
    if (channels !== null && channels % (factor * factor) !== 0) {
      const error = runtimeError(
        "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, " +
          `but input.size(-3)=${channels} is not divisible by ${factor * factor}`,
      );
      return problem('wrong-channels', 'call', error, `It takes a multiple of ${factor * factor} channels.`);
    }
    const grown = input.slice(-2).map((size) => whenKnown(size, (known) => known * factor));
    const fewer = whenKnown(channels, (known) => known / (factor * factor));
    return effect([...input.slice(0, -3), fewer, ...grown], weightless, lost);
  },
});

const ranks = [1, 2, 3] as const;
const modes = ['Zero', 'Constant', 'Reflection', 'Replication', 'Circular'] as const;

export const resizingLayers: readonly ModelLayer[] = [
  upsample,
  upsample2d('UpsamplingNearest2d'),
  upsample2d('UpsamplingBilinear2d'),
  interpolate,
  pad,
  ...modes.flatMap((way) => ranks.map((rank) => padding(way, rank))),
  pixelShuffle,
];
