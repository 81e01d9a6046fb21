import { describe, expect, test } from 'vitest';
import { backward, forward, type LocalWindow, type Reduce, type Tensor } from '../../src/pooling/index.ts';
import { bare, local, max, maxSplit, maxWithoutNan, padded, pool, ramp, row } from './operations.ts';

function pool1d(reduce: Reduce, window: LocalWindow, input: Tensor): number[] {
  return Array.from(forward(pool(bare(1), reduce, window), input).output.data);
}

describe('maximum', () => {
  test('pads with minus infinity, never with 0', () => {
    expect(pool1d(max, local(1, 3, 1, { padding: padded(1, 1) }), row(-5, -2, -9))).toEqual([-2, -2, -2]);
  });

  test('NaN wins in PyTorch and the last one gives the index; TensorFlow drops it', () => {
    const input = row(1, Number.NaN, 3, Number.NaN, 2);
    const operation = pool(bare(1), max, local(1, 5, 1));
    const { output, indices } = forward(operation, input, { wantIndices: true });
    expect(output.data).toEqual(Float32Array.of(Number.NaN));
    expect(indices).toEqual(Float64Array.of(3));
    expect(pool1d(maxWithoutNan, local(1, 5, 1), input)).toEqual([3]);
  });

  test('among ties the first in row-major order counts, and -0 ties with 0', () => {
    const operation = pool(bare(1), max, local(1, 3, 1));
    const { output, indices } = forward(operation, row(-0, 0, -1), { wantIndices: true });
    expect(Array.from(output.data)).toEqual([-0]);
    expect(indices).toEqual(Float64Array.of(0));
  });

  test('a window of minus infinities has the index of its first cell', () => {
    const operation = pool(bare(1), max, local(1, 2, 2));
    const { indices } = forward(operation, row(1, 2, -Infinity, -Infinity), { wantIndices: true });
    expect(indices).toEqual(Float64Array.of(1, 2));
  });

  test('overlapping windows add gradients: 3x3 ramp, MaxPool2d(2, 1)', () => {
    const upstream: Tensor = { shape: [2, 2], data: Float32Array.of(1, 1, 1, 1) };
    const gradient = backward(pool(bare(2), max, local(2, 2, 1)), ramp(3, 3), upstream);
    expect(Array.from(gradient.data)).toEqual([0, 0, 0, 0, 1, 1, 0, 1, 1]);
  });

  test('equal maxima: the first takes all, or each an even share', () => {
    const upstream: Tensor = { shape: [1], data: Float32Array.of(1) };
    const whole = local(1, 4, 4);
    const first = backward(pool(bare(1), max, whole), row(2, 2, 2, 2), upstream);
    const split = backward(pool(bare(1), maxSplit, whole), row(2, 2, 2, 2), upstream);
    expect(Array.from(first.data)).toEqual([1, 0, 0, 0]);
    expect(Array.from(split.data)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});
