import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backward,
  forward,
  type IndexRule,
  type Tensor,
  type UnpoolOperation,
} from '../../src/pooling/index.ts';
import { local, max, pool } from './operations.ts';

const axes = { rank: 2, layout: 'channels_first', lead: 1, channels: true } as const;
const plane: IndexRule = { base: 'plane', order: 'row-major' };

function unpool(indices: IndexRule, more: Partial<UnpoolOperation> = {}): UnpoolOperation {
  const pair = (value: number) => [value, value];
  return {
    kind: 'unpool',
    axes,
    kernel: pair(2),
    stride: pair(2),
    begin: pair(0),
    end: pair(0),
    outputSize: null,
    indices,
    ...more,
  };
}

describe('max unpooling', () => {
  test('puts each maximum back where MaxPool found it, by every index rule and layout', () => {
    const bases = fc.constantFrom('plane', 'tensor', 'image-with-channels', 'batch-with-channels');
    const orders = fc.constantFrom('row-major', 'column-major');
    const layouts = fc.constantFrom('channels_first', 'channels_last');
    fc.assert(
      fc.property(bases, orders, layouts, fc.integer(), (base, order, layout, seed) => {
        const indices: IndexRule = { base, order };
        const shape = layout === 'channels_last' ? [2, 4, 6, 3] : [2, 3, 4, 6];
        const data = Float32Array.from(
          { length: 144 },
          (_, index) => ((index + 1) * (2 * (seed & 63) + 1)) % 149,
        );
        const pooling = { ...pool({ ...axes, layout }, max, local(2, 2, 2)), indices };
        const pooled = forward(pooling, { shape, data }, { wantIndices: true });
        const operation = unpool(indices, { axes: { ...axes, layout } });
        const back = forward(operation, pooled.output, { indices: pooled.indices ?? [] }).output;
        expect(back.shape).toEqual(shape);
        const kept = new Set(pooled.output.data);
        expect(back.data).toEqual(data.map((value) => (kept.has(value) ? value : 0)));
      }),
      { numRuns: 40 },
    );
  });

  test('output_size: PyTorch counts in the output, ONNX in the smaller tensor before it grew', () => {
    const input: Tensor = { shape: [1, 1, 2, 2], data: Float32Array.of(5, 6, 7, 8) };
    const indices = [5, 7, 13, 15];
    const places = (rule: IndexRule) => {
      const { output } = forward(unpool(rule, { outputSize: [5, 5] }), input, { indices });
      return [5, 6, 7, 8].map((value) => output.data.indexOf(value));
    };
    expect(places(plane)).toEqual([5, 7, 13, 15]);
    expect(places({ base: 'tensor', order: 'row-major' })).toEqual([6, 8, 16, 18]);
  });

  test('gathers its gradient, also for a value that another one covered', () => {
    const input: Tensor = { shape: [1, 1, 1, 2], data: Float32Array.of(3, 4) };
    const upstream: Tensor = { shape: [1, 1, 2, 4], data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8) };
    const extra = { indices: [6, 6] };
    expect(Array.from(forward(unpool(plane), input, extra).output.data)).toEqual([0, 0, 0, 0, 0, 0, 4, 0]);
    expect(Array.from(backward(unpool(plane), input, upstream, extra).data)).toEqual([7, 7]);
  });

  test('refuses missing indices and those that point outside', () => {
    const input: Tensor = { shape: [1, 1, 1, 1], data: Float32Array.of(3) };
    expect(() => forward(unpool(plane), input)).toThrow(RangeError);
    for (const index of [4, -93]) {
      expect(() => forward(unpool(plane), input, { indices: [index] })).toThrow(RangeError);
      const tensor: IndexRule = { base: 'tensor', order: 'column-major' };
      expect(() => forward(unpool(tensor), input, { indices: [index] })).toThrow(RangeError);
    }
  });
});
