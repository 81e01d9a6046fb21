import { describe, expect, test } from 'vitest';
import { backward, forward, type LocalWindow, type Reduce, type Tensor } from '../../src/pooling/index.ts';
import { bare, local, lp, pool, row } from './operations.ts';

function pool1d(reduce: Reduce, window: LocalWindow, input: Tensor): number[] {
  return Array.from(forward(pool(bare(1), reduce, window), input).output.data);
}

describe('LP pooling', () => {
  test('PyTorch takes no absolute value, ONNX does', () => {
    const whole = local(1, 2, 2);
    expect(pool1d(lp(1, 'pytorch'), whole, row(1, -2))).toEqual([-1]);
    expect(pool1d(lp(1, 'onnx'), whole, row(1, -2))).toEqual([3]);
    expect(pool1d(lp(3, 'pytorch'), whole, row(-1, -2))).toEqual([Number.NaN]);
    expect(pool1d(lp(3, 'onnx'), whole, row(-1, -2))).toEqual([Math.fround(9 ** (1 / 3))]);
  });

  test('PyTorch rescales a window that ceil_mode clipped', () => {
    const window = local(1, 3, 2, { rounding: 'ceil' });
    const root = Math.fround(Math.sqrt(3));
    expect(pool1d(lp(2, 'pytorch'), window, row(1, 1, 1, 1))).toEqual([root, root]);
    expect(pool1d(lp(2, 'onnx'), window, row(1, 1, 1, 1))).toEqual([root, Math.fround(Math.sqrt(2))]);
  });

  test('an infinite norm is the maximum, of absolute values in ONNX', () => {
    const window = local(1, 3, 3);
    expect(pool1d(lp(Infinity, 'pytorch'), window, row(1, -5, 2))).toEqual([2]);
    expect(pool1d(lp(Infinity, 'onnx'), window, row(1, -5, 2))).toEqual([5]);
  });

  test('has no gradient where the sum of powers is zero', () => {
    const upstream: Tensor = { shape: [1], data: Float32Array.of(1) };
    const gradient = backward(pool(bare(1), lp(2, 'pytorch'), local(1, 2, 2)), row(0, 0), upstream);
    expect(Array.from(gradient.data)).toEqual([0, 0]);
  });
});
