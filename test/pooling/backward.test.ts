import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backward, type Extra, forward, type Operation, type Tensor } from '../../src/pooling/index.ts';
import { expectClose } from './expect-close.ts';
import { average, bare, local, lp, max, pool } from './operations.ts';
import { anyReduce, anyValue, type Case, cases, routedReduce } from './random-operations.ts';
import { slowBackward } from './slow-pooling.ts';
import { get } from './slow-windows.ts';

function upstreamFor(output: Tensor): Tensor {
  return { shape: output.shape, data: output.data.map((_, index) => ((index * 7) % 5) - 2.5) };
}

/** Central differences of sum(output * upstream). */
function differences(operation: Operation, input: Tensor, upstream: Tensor, extra: Extra): number[] {
  const loss = (data: Float64Array) => {
    const { output } = forward(operation, { shape: input.shape, data }, extra);
    return Array.from(output.data).reduce((sum, value, index) => sum + value * get(upstream.data, index), 0);
  };
  const step = 1e-5;
  return Array.from(input.data, (value, index) => {
    const up = Float64Array.from(input.data);
    const down = Float64Array.from(input.data);
    up[index] = value + step;
    down[index] = value - step;
    return (loss(up) - loss(down)) / (2 * step);
  });
}

/** Positive values all apart from each other, where every reduction is smooth. */
function smooth({ operation, input }: Case): Case {
  const count = input.data.length;
  const data = Float64Array.from(input.data, (_, index) => 1 + ((index * 37) % count) / 10 + index / 1000);
  return { operation, input: { shape: input.shape, data } };
}

describe('backward', () => {
  test('equals finite differences where the operation is smooth', () => {
    const smoothCases = cases(anyReduce, fc.constant(0))
      .filter(({ operation: { reduce } }) => reduce.kind !== 'average' || !reduce.truncate)
      .map(smooth);
    fc.assert(
      fc.property(smoothCases, ({ operation, input }) => {
        const { output } = forward(operation, input);
        const upstream = upstreamFor(output);
        fc.pre(Array.from(output.data).every(Number.isFinite));
        const gradient = backward(operation, input, upstream);
        expect(gradient.shape).toEqual(input.shape);
        expectClose(gradient.data, differences(operation, input, upstream, {}), 1e-6);
      }),
      { numRuns: 150 },
    );
  });

  test('equals a second, slow gradient with NaN, infinities and ties', () => {
    fc.assert(
      fc.property(cases(routedReduce, anyValue), ({ operation, input }) => {
        const upstream = upstreamFor(forward(operation, input).output);
        const slow = slowBackward(operation, input, Array.from(upstream.data));
        expectClose(backward(operation, input, upstream).data, slow, 1e-12);
      }),
      { numRuns: 300 },
    );
  });

  test('hands an average of negative LP sums back as PyTorch does: p=1 is a plain sum', () => {
    const operation = pool(bare(1), lp(1, 'pytorch'), local(1, 2, 2));
    const input: Tensor = { shape: [4], data: Float64Array.of(1, -3, -2, -1) };
    const upstream: Tensor = { shape: [2], data: Float64Array.of(1, 2) };
    expect(Array.from(backward(operation, input, upstream).data)).toEqual([1, 1, 2, 2]);
  });

  test('follows the sign of what ONNX took the absolute value of, also for an infinite norm', () => {
    const input: Tensor = { shape: [2], data: Float64Array.of(3, -4) };
    const upstream: Tensor = { shape: [1], data: Float64Array.of(1) };
    const of = (norm: number) =>
      Array.from(backward(pool(bare(1), lp(norm, 'onnx'), local(1, 2, 2)), input, upstream).data);
    expectClose(of(2), [0.6, -0.8], 1e-12);
    expect(of(Infinity)).toEqual([0, -1]);
  });

  test('answers in single precision for single precision, and refuses an upstream of another shape', () => {
    const operation = pool(bare(1), average, local(1, 3, 3));
    const input: Tensor = { shape: [3], data: Float32Array.of(1, 2, 3) };
    const gradient = backward(operation, input, { shape: [1], data: Float32Array.of(1) });
    expect(gradient.data).toEqual(Float32Array.of(1 / 3, 1 / 3, 1 / 3));
    expect(() => backward(operation, input, { shape: [2], data: Float32Array.of(1, 1) })).toThrow(RangeError);
    expect(() => backward(operation, input, { shape: [1, 1], data: Float32Array.of(1) })).toThrow(RangeError);
  });

  test('sends nothing anywhere for a window of nothing but padding', () => {
    const window = local(1, 1, 1, { padding: { kind: 'explicit', begin: [1], end: [0] } });
    const input: Tensor = { shape: [1], data: Float64Array.of(5) };
    const upstream: Tensor = { shape: [2], data: Float64Array.of(9, 1) };
    expect(Array.from(backward(pool(bare(1), max, window), input, upstream).data)).toEqual([1]);
    expect(Array.from(backward(pool(bare(1), average, window), input, upstream).data)).toEqual([1]);
  });
});
