import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forward, type ReceptiveStep, receptiveField, receptiveStep } from '../../src/pooling/index.ts';
import { average, bare, local, max, padded, pool } from './operations.ts';

function step(kernel: number, stride: number, padding = 0): ReceptiveStep {
  return { kind: 'window', kernel: [kernel], stride: [stride], dilation: [1], begin: [padding] };
}

describe('receptiveField', () => {
  test('VGG16 sees 212 cells after pool5, 32 apart', () => {
    const block = (convolutions: number) => [...Array(convolutions).fill(step(3, 1, 1)), step(2, 2)];
    const chain = [2, 2, 3, 3, 3].flatMap(block);
    const fields = receptiveField(chain, 1);
    expect(fields.at(-1)).toEqual([{ size: 212, jump: 32, start: 15.5 }]);
    expect(fields.at(-2)).toEqual([{ size: 196, jump: 16, start: 7.5 }]);
  });

  test('is what NaN at each input cell reaches through a chain of averages', () => {
    const layer = fc.record({
      kernel: fc.integer({ min: 1, max: 3 }),
      stride: fc.integer({ min: 1, max: 3 }),
      dilation: fc.integer({ min: 1, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 3 }), (layers) => {
        const operations = layers.map(({ kernel, stride, dilation }) =>
          pool(bare(1), average, local(1, kernel, stride, { dilation: [dilation] })),
        );
        const steps = operations
          .map((operation) => receptiveStep(operation, [null]))
          .filter((s) => s !== null);
        const field = receptiveField(steps, 1).at(-1)?.[0];
        const reached = Array.from({ length: 60 }, (_, poisoned) => {
          const data = new Float64Array(60);
          data[poisoned] = Number.NaN;
          let values = { shape: [60], data } as Parameters<typeof forward>[1];
          for (const operation of operations) values = forward(operation, values).output;
          return Number.isNaN(values.data[0]);
        });
        const [first, last] = [reached.indexOf(true), reached.lastIndexOf(true)];
        expect(field?.size).toBe(last - first + 1);
        expect(field?.start).toBe((first + last) / 2);
        expect(field?.jump).toBe(layers.reduce((product, { stride }) => product * stride, 1));
      }),
      { numRuns: 60 },
    );
  });

  test('covers everything after a global layer', () => {
    const [global, after] = receptiveField([{ kind: 'global' }, step(1, 1)], 1);
    expect(global).toEqual([{ size: 'all', jump: null, start: null }]);
    expect(after).toEqual(global);
  });
});

describe('receptiveStep', () => {
  test('takes the front padding from the window, under same from the size if it is known', () => {
    const explicit = pool(bare(1), max, local(1, 3, 2, { padding: padded(1, 1) }));
    expect(receptiveStep(explicit, [null])).toEqual(step(3, 2, 1));
    const same = pool(bare(1), max, local(1, 3, 2, { padding: { kind: 'same', odd: 'upper' } }));
    expect(receptiveStep(same, [6])).toEqual(step(3, 2, 0));
    const open = receptiveStep(same, [null]);
    expect(open === null ? null : receptiveField([open], 1).at(-1)).toEqual([
      { size: 3, jump: 2, start: null },
    ]);
  });

  test('reads adaptive pooling as even windows, as a global layer, or not at all', () => {
    const adaptive = (size: number | null, length: number | null) =>
      receptiveStep(pool(bare(1), max, { kind: 'adaptive', outputSize: [size] }), [length]);
    expect(adaptive(4, 8)).toEqual(step(2, 2));
    expect(adaptive(null, null)).toEqual(step(1, 1));
    expect(adaptive(1, null)).toEqual({ kind: 'global' });
    expect(adaptive(3, 8)).toBeNull();
    expect(adaptive(3, null)).toBeNull();
    expect(receptiveStep(pool(bare(1), average, { kind: 'global', keepdims: true }), [4])).toEqual({
      kind: 'global',
    });
  });

  test('has none for fractional pooling', () => {
    const window = { kind: 'fractional', kernel: [2], outputSize: { kind: 'size', size: [3] } } as const;
    expect(receptiveStep(pool(bare(1), max, window), [8])).toBeNull();
  });
});
