import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backward, forward, type PoolOperation, type Tensor } from '../../src/pooling/index.ts';
import { max, pool } from './operations.ts';
import { slowForward } from './slow-pooling.ts';
import { get } from './slow-windows.ts';

function fractional(kernel: readonly number[], size: readonly number[]): PoolOperation {
  const rank = kernel.length === 2 ? 2 : 3;
  const axes = { rank, layout: 'channels_first', lead: 1, channels: true } as const;
  return pool(axes, max, { kind: 'fractional', kernel, outputSize: { kind: 'size', size } });
}

const sample = fc.double({ min: 0, max: 0.999, noNaN: true });

describe('fractional max pooling', () => {
  test('equals the slow pooling for given samples; PyTorch lists the width first in two dimensions', () => {
    const lengths = fc.tuple(fc.integer({ min: 6, max: 9 }), fc.integer({ min: 6, max: 9 }));
    const sizes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
    const samples = fc.array(sample, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(lengths, sizes, samples, (length, size, inAxisOrder) => {
        const shape = [2, 2, ...length];
        const count = 4 * length[0] * length[1];
        const data = Float32Array.from({ length: count }, (_, index) => (index * 53) % 101);
        const operation = fractional([2, 3], size);
        const inTorchOrder = inAxisOrder.map((_, index) => get(inAxisOrder, index ^ 1));
        const { output } = forward(operation, { shape, data }, { samples: inTorchOrder });
        const slow = slowForward(operation, { shape, data }, inAxisOrder);
        expect(output.shape).toEqual(slow.shape);
        expect(Array.from(output.data)).toEqual(slow.values);
      }),
      { numRuns: 100 },
    );
  });

  test('keeps the axes in order in three dimensions', () => {
    const shape = [1, 1, 6, 7, 8];
    const data = Float32Array.from({ length: 336 }, (_, index) => (index * 53) % 337);
    const operation = fractional([2, 2, 2], [3, 3, 4]);
    const samples = [0.1, 0.5, 0.9];
    const { output } = forward(operation, { shape, data }, { samples });
    expect(Array.from(output.data)).toEqual(slowForward(operation, { shape, data }, samples).values);
  });

  test('ends in the last window and sends gradients to the maxima', () => {
    const input: Tensor = {
      shape: [1, 1, 4, 4],
      data: Float32Array.from({ length: 16 }, (_, index) => index),
    };
    const samples = [0.5, 0.5];
    const operation = fractional([2, 2], [2, 2]);
    const { output, indices } = forward(operation, input, { samples, wantIndices: true });
    expect(Array.from(output.data)).toEqual([5, 7, 13, 15]);
    expect(Array.from(indices ?? [])).toEqual([5, 7, 13, 15]);
    const upstream: Tensor = { shape: [1, 1, 2, 2], data: Float32Array.of(1, 2, 3, 4) };
    const gradient = backward(operation, input, upstream, { samples });
    expect([5, 7, 13, 15].map((index) => gradient.data[index])).toEqual([1, 2, 3, 4]);
  });

  test('works in the precision of its input', () => {
    // (2 + 1/7) * 7/3 is 5, which single precision rounds to just below.
    const operation = fractional([1, 1], [1, 4]);
    const samples = [1 / 7, 0];
    const values = Array.from({ length: 8 }, (_, index) => index);
    const of = (data: Float32Array | Float64Array) =>
      Array.from(forward(operation, { shape: [1, 1, 1, 8], data }, { samples }).output.data);
    expect(of(Float32Array.from(values))).toEqual([0, 2, 4, 7]);
    expect(of(Float64Array.from(values))).toEqual([0, 2, 5, 7]);
  });

  test('is not computed without its samples', () => {
    const input: Tensor = { shape: [1, 1, 4, 4], data: new Float32Array(16) };
    expect(() => forward(fractional([2, 2], [2, 2]), input)).toThrow(RangeError);
    expect(() => forward(fractional([2, 2], [2, 2]), input, { samples: [0.5] })).toThrow(RangeError);
  });
});
