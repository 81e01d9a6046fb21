import fc from 'fast-check';
import type { PooledPlane } from '../../src/picture/index.ts';
import type { PoolOperation, Reduce, Window } from '../../src/pooling/index.ts';
import { bare } from '../pooling/operations.ts';
import { plane } from './planes.ts';

/** Numbers that are long, tiny, huge or no numbers at all: what a cell has to find room for. */
const awkward = fc.constantFrom(
  Number.NaN,
  Infinity,
  -Infinity,
  -0,
  -1234.5678,
  1 / 3,
  -1e-7,
  6.02e23,
  99999,
  -0.04,
);
const plain = fc.oneof(fc.integer({ min: -20, max: 120 }), fc.float({ min: -10, max: 10, noNaN: true }));

const reduces: fc.Arbitrary<Reduce> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('max' as const, 'min' as const),
    nan: fc.constantFrom('propagate' as const, 'ignore' as const),
    ties: fc.constantFrom('first' as const, 'split' as const),
  }),
  fc.boolean().map((truncate) => ({ kind: 'average' as const, truncate })),
  fc.record({
    kind: fc.constant('lp' as const),
    norm: fc.constantFrom(1, 2, 3, 1.5, Infinity),
    sign: fc.constantFrom('raw' as const, 'absolute' as const),
    clipped: fc.constantFrom('as-is' as const, 'rescaled' as const),
  }),
);

function windows(lengths: readonly number[]): fc.Arbitrary<Window> {
  const each = (entry: fc.Arbitrary<number>) => fc.tuple(...lengths.map(() => entry));
  const fitting = fc.tuple(...lengths.map((length) => fc.integer({ min: 1, max: Math.min(length, 14) })));
  const local = fc.record({
    kind: fc.constant('local' as const),
    kernel: fitting,
    stride: each(fc.integer({ min: 1, max: 5 })),
    dilation: each(fc.constant(1)),
    padding: fc.oneof(
      fc.record({
        kind: fc.constant('explicit' as const),
        begin: each(fc.integer({ min: 0, max: 2 })),
        end: each(fc.integer({ min: 0, max: 2 })),
      }),
      fc.record({
        kind: fc.constant('same' as const),
        odd: fc.constantFrom('upper' as const, 'lower' as const),
      }),
    ),
    rounding: fc.constantFrom('floor' as const, 'ceil' as const, 'caffe' as const),
    divisor: fc.constantFrom<Extract<Window, { kind: 'local' }>['divisor']>(
      { kind: 'real' },
      { kind: 'padded' },
      { kind: 'fixed', value: 3 },
    ),
  });
  const dilated = fc.record({
    kind: fc.constant('local' as const),
    kernel: each(fc.constant(2)),
    stride: each(fc.constant(1)),
    dilation: each(fc.integer({ min: 1, max: 3 })),
    padding: fc.record({
      kind: fc.constant('explicit' as const),
      begin: each(fc.constant(2)),
      end: each(fc.constant(2)),
    }),
    rounding: fc.constant('floor' as const),
    divisor: fc.constant({ kind: 'real' as const }),
  });
  const global = fc.boolean().map((keepdims) => ({ kind: 'global' as const, keepdims }));
  return fc.oneof({ weight: 6, arbitrary: local }, dilated, global);
}

/** A bare sequence, map or volume with values, through any layer whose window slides; and one of its output cells. */
export const anyPlane: fc.Arbitrary<{ readonly plane: PooledPlane; readonly cell: readonly number[] }> = fc
  .constantFrom(1 as const, 2 as const, 3 as const)
  .chain((rank) => {
    const longest = rank === 3 ? 7 : 34;
    const lengths = fc.array(fc.oneof(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: longest })), {
      minLength: rank,
      maxLength: rank,
    });
    return fc.record({ rank: fc.constant(rank), lengths });
  })
  .chain(({ rank, lengths }) => {
    const count = lengths.reduce((product, length) => product * length, 1);
    return fc
      .record({
        lengths: fc.constant(lengths),
        operation: fc.record({
          kind: fc.constant('pool' as const),
          axes: fc.constant(bare(rank)),
          reduce: reduces,
          window: windows(lengths),
          indices: fc.constant<PoolOperation['indices']>({ base: 'plane', order: 'row-major' }),
        }),
        // A few values over and over: filling large maps one by one would take the time, not the pictures.
        values: fc.array(fc.oneof({ weight: 4, arbitrary: plain }, awkward), { minLength: 1, maxLength: 12 }),
        spin: fc.integer({ min: 1, max: 11 }),
        layer: fc.constantFrom(
          'MaxPool2d(2)',
          'AvgPool3d(kernel_size=(2, 3), stride=2, padding=1, ceil_mode=True)',
        ),
        at: fc.nat(),
      })
      .map(({ operation, values, spin, layer, at }) => {
        const data = Float64Array.from(
          { length: count },
          (_, index) => values[(index * spin) % values.length] ?? 0,
        );
        const pooled = plane(layer, operation, { shape: lengths, data });
        return { plane: pooled, cell: cellAt(pooled, at) };
      });
  });

function cellAt({ output, input }: PooledPlane, at: number): readonly number[] {
  const shape = output.shape.length === input.shape.length ? output.shape : input.shape.map(() => 1);
  let rest = at;
  return shape.map((length) => {
    const index = rest % Math.max(1, length);
    rest = Math.floor(rest / Math.max(1, length));
    return index;
  });
}
