import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstSpatialAxis, forward, realCells, windowAt } from '../../src/pooling/index.ts';
import { average, bare, local, max, padded, pool } from './operations.ts';
import { anyReduce, anyValue, cases } from './random-operations.ts';
import { divisor } from './slow-pooling.ts';
import { coordinates, slowPlan } from './slow-windows.ts';

describe('windowAt', () => {
  test('names the cells and the divisor that the slow pooling uses', () => {
    fc.assert(
      fc.property(cases(anyReduce, anyValue), ({ operation, input }) => {
        const { axes, window } = operation;
        fc.pre(window.kind !== 'global' || window.keepdims);
        const first = firstSpatialAxis(axes);
        const { outputShape, windows } = slowPlan(operation, input.shape);
        for (const [place, coordinate] of coordinates(outputShape).entries()) {
          const slow = windows[place];
          if (slow === undefined) throw new RangeError('a window for every output');
          const covered = windowAt(operation, input.shape, coordinate.slice(first, first + axes.rank));
          expect(realCells(covered)).toEqual(slow.real.map((cell) => cell.slice(first, first + axes.rank)));
          expect(covered.realCells).toBe(slow.real.length);
          expect(covered.countedCells).toBe(slow.real.length + slow.padding);
          const divides = operation.reduce.kind === 'average' ? divisor(operation, slow) : null;
          expect(covered.divisor).toBe(divides);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('shows the padding: the first window of k=3 s=2 p=1 starts one cell before the input', () => {
    const operation = pool(
      bare(1),
      average,
      local(1, 3, 2, { padding: padded(1, 1), divisor: { kind: 'padded' } }),
    );
    expect(windowAt(operation, [5], [0])).toEqual({
      axes: [{ start: -1, stop: 2, step: 1, firstReal: 0, realCount: 2, countedCount: 3 }],
      realCells: 2,
      countedCells: 3,
      divisor: 3,
    });
  });

  test('finds a fractional window from the samples of its plane', () => {
    const operation = pool(bare(2), max, {
      kind: 'fractional',
      kernel: [2, 3],
      outputSize: { kind: 'size', size: [3, 3] },
    });
    const input = { shape: [7, 8], data: Float32Array.from({ length: 56 }, (_, index) => (index * 31) % 56) };
    const samples = [0.3, 0.8];
    const { output } = forward(operation, input, { samples });
    const values = coordinates([3, 3]).map((cell) => {
      const covered = realCells(windowAt(operation, input.shape, cell, samples));
      return Math.max(...covered.map(([y = 0, x = 0]) => input.data[y * 8 + x] ?? Number.NaN));
    });
    expect(Array.from(output.data)).toEqual(values);
    expect(() => windowAt(operation, [7, 8], [0, 0])).toThrow(RangeError);
  });

  test('refuses a cell of another rank', () => {
    expect(() => windowAt(pool(bare(2), max, local(2, 2, 2)), [4, 4], [0])).toThrow(RangeError);
  });
});
