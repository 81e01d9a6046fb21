import fc from 'fast-check';
import type { Axes, PoolOperation, Reduce, SpatialRank, Tensor, Window } from '../../src/pooling/index.ts';

/** An operation with an input it can run on. */
export interface Case {
  readonly operation: PoolOperation;
  readonly input: Tensor;
}

const awkward = fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0, 1, -1, 0.5, 2, -3, 7);
const plain = fc.integer({ min: -6, max: 6 }).map((value) => value / 2);

/** Any value a float may hold: NaN, infinities, both zeros, ties. */
export const anyValue: fc.Arbitrary<number> = fc.oneof({ weight: 3, arbitrary: plain }, awkward);

function perAxis(rank: number, entry: fc.Arbitrary<number>): fc.Arbitrary<number[]> {
  return fc.array(entry, { minLength: rank, maxLength: rank });
}

const axesArbitrary: fc.Arbitrary<Axes> = fc.record({
  rank: fc.constantFrom<SpatialRank>(1, 2, 3),
  layout: fc.constantFrom('channels_last' as const, 'channels_first' as const),
  lead: fc.integer({ min: 0, max: 2 }),
  channels: fc.boolean(),
});

/** A local window that fits into its padded input, so that every axis has an output. */
function localWindow(lengths: readonly number[]): fc.Arbitrary<Window> {
  const rank = lengths.length;
  return fc
    .record({
      kernel: perAxis(rank, fc.integer({ min: 1, max: 4 })),
      stride: perAxis(rank, fc.integer({ min: 1, max: 4 })),
      dilation: perAxis(rank, fc.integer({ min: 1, max: 3 })),
      begin: perAxis(rank, fc.integer({ min: 0, max: 3 })),
      end: perAxis(rank, fc.integer({ min: 0, max: 3 })),
      odd: fc.constantFrom('upper' as const, 'lower' as const, null),
      rounding: fc.constantFrom('floor' as const, 'ceil' as const, 'caffe' as const),
      divisor: fc.constantFrom(
        { kind: 'real' as const },
        { kind: 'padded' as const },
        { kind: 'fixed' as const, value: 3 },
      ),
    })
    .filter(
      ({ kernel, dilation, begin, end, odd }) =>
        odd !== null ||
        lengths.every((length, axis) => {
          const room = length + (begin[axis] ?? 0) + (end[axis] ?? 0);
          return room >= ((kernel[axis] ?? 1) - 1) * (dilation[axis] ?? 1) + 1;
        }),
    )
    .map(({ begin, end, odd, ...window }) => ({
      kind: 'local',
      ...window,
      padding: odd === null ? { kind: 'explicit', begin, end } : { kind: 'same', odd },
    }));
}

function anyWindow(lengths: readonly number[]): fc.Arbitrary<Window> {
  const rank = lengths.length;
  return fc.oneof(
    { weight: 4, arbitrary: localWindow(lengths) },
    fc.boolean().map((keepdims) => ({ kind: 'global' as const, keepdims })),
    fc
      .array(fc.option(fc.integer({ min: 1, max: 7 })), { minLength: rank, maxLength: rank })
      .map((outputSize) => ({ kind: 'adaptive' as const, outputSize })),
  );
}

const extremes: fc.Arbitrary<Reduce> = fc.record({
  kind: fc.constantFrom('max' as const, 'min' as const),
  nan: fc.constantFrom('propagate' as const, 'ignore' as const),
  ties: fc.constantFrom('first' as const, 'split' as const),
});
const averages: fc.Arbitrary<Reduce> = fc.boolean().map((truncate) => ({ kind: 'average', truncate }));
const norms: fc.Arbitrary<Reduce> = fc.record({
  kind: fc.constant('lp' as const),
  norm: fc.constantFrom(1, 2, 3, 1.5),
  sign: fc.constantFrom('raw' as const, 'absolute' as const),
  clipped: fc.constantFrom('as-is' as const, 'rescaled' as const),
});
export const anyReduce: fc.Arbitrary<Reduce> = fc.oneof(extremes, averages, norms);
export const routedReduce: fc.Arbitrary<Reduce> = fc.oneof(extremes, averages);

/** Random operations over small inputs of every rank and layout. */
export function cases(reduces: fc.Arbitrary<Reduce>, values: fc.Arbitrary<number>): fc.Arbitrary<Case> {
  return axesArbitrary
    .chain((axes) => {
      const longest = axes.rank === 3 ? 4 : 6;
      const lengths = perAxis(axes.rank, fc.integer({ min: 1, max: longest }));
      const lead = perAxis(axes.lead, fc.integer({ min: 1, max: 2 }));
      return fc.record({ axes: fc.constant(axes), lengths, lead, channels: fc.integer({ min: 1, max: 3 }) });
    })
    .chain(({ axes, lengths, lead, channels }) => {
      const channel = axes.channels ? [channels] : [];
      const shape =
        axes.layout === 'channels_last'
          ? [...lead, ...lengths, ...channel]
          : [...lead, ...channel, ...lengths];
      const count = shape.reduce((product, length) => product * length, 1);
      return fc.record({
        operation: fc.record({
          kind: fc.constant('pool' as const),
          axes: fc.constant(axes),
          reduce: reduces,
          window: anyWindow(lengths),
          indices: fc.constant({ base: 'plane' as const, order: 'row-major' as const }),
        }),
        input: fc.record({
          shape: fc.constant(shape),
          data: fc
            .array(values, { minLength: count, maxLength: count })
            .map((list) => Float64Array.from(list)),
        }),
      });
    });
}
