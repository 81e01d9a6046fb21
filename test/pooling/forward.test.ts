import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forward, inferShape } from '../../src/pooling/index.ts';
import { expectClose } from './expect-close.ts';
import { anyReduce, anyValue, cases } from './random-operations.ts';
import { slowForward } from './slow-pooling.ts';
import { flat, get, slowPlan } from './slow-windows.ts';

describe('forward', () => {
  test('equals a second, slow pooling on random operations and awkward values', () => {
    fc.assert(
      fc.property(cases(anyReduce, anyValue), ({ operation, input }) => {
        const { output } = forward(operation, input);
        const slow = slowForward(operation, input);
        expect(output.shape).toEqual(slow.shape);
        expectClose(output.data, slow.values, 1e-12);
      }),
      { numRuns: 600 },
    );
  });

  test('gives the shape that inferShape says', () => {
    fc.assert(
      fc.property(cases(anyReduce, anyValue), ({ operation, input }) => {
        expect(forward(operation, input).output.shape).toEqual(inferShape(operation, input.shape).output);
      }),
    );
  });

  test('changes only the outputs whose window holds the changed cell', () => {
    const poisons = fc.constantFrom(Number.NaN, Infinity, -Infinity);
    fc.assert(
      fc.property(cases(anyReduce, anyValue), poisons, fc.nat(), ({ operation, input }, poison, seed) => {
        const place = seed % input.data.length;
        const data = Float64Array.from(input.data, (value, index) => (index === place ? poison : value));
        const before = forward(operation, input).output.data;
        const after = forward(operation, { shape: input.shape, data }).output.data;
        for (const [index, window] of slowPlan(operation, input.shape).windows.entries()) {
          const touched = window.real.some((cell) => flat(input.shape, cell) === place);
          if (!touched) expect(get(after, index)).toBe(get(before, index));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('rounds a small single-precision result once', () => {
    const data = Float32Array.from({ length: 300 }, (_, index) => Math.fround(Math.sin(index)) * 1e3);
    const axes = { rank: 1, layout: 'channels_first', lead: 0, channels: false } as const;
    const { output } = forward(
      {
        kind: 'pool',
        axes,
        reduce: { kind: 'average', truncate: false },
        window: { kind: 'global', keepdims: true },
        indices: { base: 'plane', order: 'row-major' },
      },
      { shape: [300], data },
    );
    const exact = data.reduce((sum, value) => sum + value, 0) / 300;
    expect(output.data).toEqual(Float32Array.of(exact));
  });
});
