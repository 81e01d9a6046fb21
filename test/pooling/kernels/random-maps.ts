import fc from 'fast-check';
import type { Axes, PoolOperation, Reduce, SpatialRank, Tensor, Window } from '../../../src/pooling/index.ts';

/** An operation that the kernels may pool, and an input large enough for them. */
export interface LargeCase {
  readonly operation: PoolOperation;
  readonly input: Tensor;
}

/** Numbers that kernels stumble over: ties of zeros, NaN, infinities, what overflows and what underflows. */
const awkward = [Number.NaN, Infinity, -Infinity, 0, -0, 0, -0, 3.4e38, -3.4e38, 1e38, 1e-38, 1e-45, -1e-45];

const moods = {
  plain: (random: () => number) => random() - 0.3,
  zeros: (random: () => number) => pick([0, -0, -1, -0], random()),
  huge: (random: () => number) => (random() - 0.5) * 6e38,
  rare: (random: () => number) => (random() < 0.001 ? pick(awkward, random()) : random()),
  awkward: (random: () => number) => (random() < 0.2 ? pick(awkward, random()) : random() - 0.5),
};

function pick(list: readonly number[], share: number): number {
  return list[Math.floor(share * list.length)] ?? 0;
}

/** Numbers from 0 to 1 that a seed determines (mulberry32): fast-check itself is slow at thousands of them. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const reduces: fc.Arbitrary<Reduce> = fc.oneof(
  fc.record({
    kind: fc.constant('max' as const),
    nan: fc.constantFrom('propagate' as const, 'ignore' as const),
    ties: fc.constant('first' as const),
  }),
  fc.constant({ kind: 'average' as const, truncate: false }),
);

function perAxis<T>(rank: number, entry: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(entry, { minLength: rank, maxLength: rank });
}

function windows(lengths: readonly number[]): fc.Arbitrary<Window> {
  const rank = lengths.length;
  const longest = Math.min(...lengths);
  const small = fc.integer({ min: 1, max: Math.min(4, longest) });
  const any = fc.record({
    kernel: perAxis(rank, fc.oneof(small, fc.integer({ min: 1, max: longest }))),
    strides: perAxis(rank, fc.constantFrom(1, 1, 2, 2, 3, 4, null)),
  });
  // What networks are made of.
  const usual = fc.record({
    kernel: perAxis(rank, fc.integer({ min: Math.min(2, longest), max: Math.min(3, longest) })),
    strides: fc.constant(lengths.map(() => 2)),
  });
  const local = fc
    .record({
      size: fc.oneof(any, usual),
      begin: perAxis(rank, fc.double({ min: 0, max: 1 })),
      end: perAxis(rank, fc.double({ min: 0, max: 1 })),
      odd: fc.constantFrom('upper' as const, 'lower' as const, null, null),
      rounding: fc.constantFrom('floor' as const, 'ceil' as const, 'caffe' as const),
      divisor: fc.constantFrom(
        { kind: 'real' as const },
        { kind: 'padded' as const },
        { kind: 'fixed' as const, value: -3 },
        { kind: 'fixed' as const, value: 1 },
      ),
    })
    .map(({ size: { kernel, strides }, begin, end, odd, rounding, divisor }): Window => {
      const cells = (shares: readonly number[]) =>
        shares.map((share, axis) => (share < 0.5 ? 0 : Math.floor((2 * share - 1) * (kernel[axis] ?? 1))));
      return {
        kind: 'local',
        kernel,
        stride: kernel.map((length, axis) => strides[axis] ?? length),
        dilation: kernel.map(() => 1),
        padding:
          odd === null ? { kind: 'explicit', begin: cells(begin), end: cells(end) } : { kind: 'same', odd },
        rounding,
        divisor,
      };
    });
  const sizes = fc.tuple(...lengths.map((length) => fc.option(fc.integer({ min: 1, max: length + 2 }))));
  return fc.oneof(
    { weight: 5, arbitrary: local },
    fc.boolean().map((keepdims): Window => ({ kind: 'global', keepdims })),
    sizes.map((outputSize): Window => ({ kind: 'adaptive', outputSize })),
  );
}

const axes: fc.Arbitrary<Axes> = fc.record({
  rank: fc.constantFrom<SpatialRank>(1, 2, 3),
  layout: fc.constantFrom('channels_last' as const, 'channels_first' as const),
  lead: fc.integer({ min: 0, max: 2 }),
  channels: fc.boolean(),
});

const longest = { 1: 3000, 2: 70, 3: 16 };

/** Operations of every rank, layout and window over inputs of some thousand numbers. */
export const largeCases: fc.Arbitrary<LargeCase> = axes
  .chain((some) =>
    fc.record({
      some: fc.constant(some),
      lengths: perAxis(some.rank, fc.integer({ min: 1, max: longest[some.rank] })),
      lead: perAxis(some.lead, fc.integer({ min: 1, max: 3 })),
      channels: fc.constantFrom(1, 2, 3, 4, 7, 16, 19),
    }),
  )
  .map(({ some, lengths, lead, channels }) => {
    const channel = some.channels ? [channels] : [];
    const last = some.layout === 'channels_last';
    return {
      some,
      lengths,
      shape: last ? [...lead, ...lengths, ...channel] : [...lead, ...channel, ...lengths],
    };
  })
  .filter(({ shape }) => {
    const count = shape.reduce((product, length) => product * length, 1);
    return count >= 512 && count <= 40_000;
  })
  .chain(({ some, lengths, shape }) =>
    fc.record({
      operation: fc.record({
        kind: fc.constant('pool' as const),
        axes: fc.constant(some),
        reduce: reduces,
        window: windows(lengths),
        indices: fc.constant({ base: 'plane' as const, order: 'row-major' as const }),
      }),
      input: fc
        .record({ mood: fc.constantFrom(...Object.values(moods)), seed: fc.integer() })
        .map(({ mood, seed }) => {
          const random = randomFrom(seed);
          const count = shape.reduce((product, length) => product * length, 1);
          return { shape, data: Float32Array.from({ length: count }, () => mood(random)) };
        }),
    }),
  );
