import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forward, type PoolOperation, type Tensor, type Window } from '../../../src/pooling/index.ts';
import { machineFor } from '../../../src/pooling/kernels/machine.ts';
import { pooledMap } from '../../../src/pooling/kernels/map.ts';
import { planFor } from '../../../src/pooling/kernels/plan.ts';

const mebibyte = 2 ** 20;

function pooling(kind: 'max' | 'average', window: Window): PoolOperation {
  return {
    kind: 'pool',
    axes: { rank: 2, layout: 'channels_first', lead: 1, channels: true },
    reduce: kind === 'max' ? { kind, nan: 'propagate', ties: 'first' } : { kind: 'average', truncate: false },
    window,
    indices: { base: 'plane', order: 'row-major' },
  };
}

function local(kernel: number, stride: number, padding: number): Window {
  return {
    kind: 'local',
    kernel: [kernel, kernel],
    stride: [stride, stride],
    dilation: [1, 1],
    padding: { kind: 'explicit', begin: [padding, padding], end: [padding, padding] },
    rounding: 'floor',
    divisor: { kind: 'real' },
  };
}

function ones(...shape: readonly number[]): Tensor {
  const count = shape.reduce((product, length) => product * length, 1);
  return { shape, data: new Float32Array(count).fill(1) };
}

test('10,000 calls need no more memory than the first of them', () => {
  const windows = [local(2, 2, 0), local(3, 2, 1), local(3, 1, 1), local(9, 1, 0), local(16, 8, 0)];
  const inputs = [ones(1, 3, 16, 32), ones(2, 2, 24, 20), ones(1, 1, 40, 40)];
  const calls = [...windows, { kind: 'global' as const, keepdims: true }].flatMap((window) =>
    inputs.flatMap((input) =>
      (['max', 'average'] as const).map((kind) => ({ operation: pooling(kind, window), input })),
    ),
  );
  for (const { operation, input } of calls) forward(operation, input);
  const { byteLength } = machineFor({}, 0).bytes;
  let total = 0;
  for (let round = 0; round * calls.length < 10_000; round++) {
    for (const { operation, input } of calls) total += forward(operation, input).output.data[0] ?? 0;
  }
  expect(total).toBeGreaterThanOrEqual(10_000);
  expect(machineFor({}, 0).bytes.byteLength).toBe(byteLength);
});

test('inputs of any size are pooled in at most 64 MiB beyond input and output', () => {
  const length = fc.integer({ min: 3, max: 100_000 });
  fc.assert(
    fc.property(
      fc.constantFrom('max' as const, 'average' as const),
      fc.integer({ min: 1, max: 70 }),
      fc.integer({ min: 1, max: 40 }),
      fc.tuple(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 4096 }), length, length),
      (kind, kernel, stride, shape) => {
        fc.pre(kernel <= Math.min(shape[2], shape[3]));
        const operation = pooling(kind, local(kernel, stride, 0));
        const map = pooledMap(operation, shape);
        const plan = map === null ? null : planFor(operation, map);
        expect(plan?.bytes ?? 0).toBeLessThanOrEqual(64 * mebibyte);
      },
    ),
  );
  const image = ones(1, 3, 2160, 3840);
  for (const window of [local(2, 2, 0), local(31, 1, 0), { kind: 'global' as const, keepdims: true }]) {
    expect(forward(pooling('average', window), image).output.data.every((mean) => mean === 1)).toBe(true);
  }
  expect(machineFor({}, 0).bytes.byteLength).toBeLessThanOrEqual(64 * mebibyte);
});
