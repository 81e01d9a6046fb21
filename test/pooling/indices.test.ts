import { describe, expect, test } from 'vitest';
import { forward, type IndexRule, type PoolOperation, type Tensor } from '../../src/pooling/index.ts';
import { bare, local, max, padded, pool, ramp, row } from './operations.ts';

const rowMajor = (base: IndexRule['base']): IndexRule => ({ base, order: 'row-major' });

function indicesOf(operation: PoolOperation, input: Tensor, indices: IndexRule): number[] {
  return Array.from(forward({ ...operation, indices }, input, { wantIndices: true }).indices ?? []);
}

describe('indices of the maxima', () => {
  const first = { rank: 2, layout: 'channels_first', lead: 1, channels: true } as const;
  const last = { ...first, layout: 'channels_last' } as const;
  const twoByTwo = local(2, 2, 2);

  test('start again in every plane for PyTorch, run on through the tensor for ONNX', () => {
    const operation = pool(first, max, twoByTwo);
    expect(indicesOf(operation, ramp(1, 2, 2, 4), rowMajor('plane'))).toEqual([5, 7, 5, 7]);
    expect(indicesOf(operation, ramp(2, 2, 2, 2), rowMajor('tensor'))).toEqual([3, 7, 11, 15]);
  });

  test('count column by column under storage_order=1', () => {
    const operation = pool(first, max, twoByTwo);
    const order: IndexRule = { base: 'tensor', order: 'column-major' };
    expect(indicesOf(operation, ramp(1, 1, 4, 4), rowMajor('tensor'))).toEqual([5, 7, 13, 15]);
    expect(indicesOf(operation, ramp(1, 1, 4, 4), order)).toEqual([5, 13, 7, 15]);
    const volumes = { ...first, rank: 3 } as const;
    expect(indicesOf(pool(volumes, max, local(3, 2, 2)), ramp(1, 1, 2, 3, 4), order)).toEqual([9, 21]);
  });

  test('are (y * W + x) * C + c for TensorFlow, with the batch in front if asked', () => {
    const operation = pool(last, max, twoByTwo);
    const input = ramp(2, 2, 4, 3);
    const image = [15, 16, 17, 21, 22, 23];
    expect(indicesOf(operation, input, rowMajor('image-with-channels'))).toEqual([...image, ...image]);
    const second = image.map((index) => index + 24);
    expect(indicesOf(operation, input, rowMajor('batch-with-channels'))).toEqual([...image, ...second]);
    expect(indicesOf(operation, input, rowMajor('plane'))).toEqual(
      Array(12).fill(5).fill(7, 3, 6).fill(7, 9),
    );
  });

  test('leave padding out and are -1 where nothing else is covered', () => {
    const operation = pool(bare(1), max, local(1, 1, 1, { padding: padded(1, 1) }));
    expect(indicesOf(operation, row(4), rowMajor('plane'))).toEqual([-1, 0, -1]);
  });

  test('are null unless asked for', () => {
    expect(forward(pool(bare(1), max, local(1, 2, 2)), row(1, 2)).indices).toBeNull();
  });
});
