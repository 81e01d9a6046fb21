import { describe, expect, test } from 'vitest';
import {
  adaptiveBins,
  countElements,
  elementCount,
  expectedRank,
  inferShape,
  type Operation,
  samePadding,
} from '../../src/pooling/index.ts';
import { average, bare, local, max, padded, pool } from './operations.ts';

const images = { rank: 2, layout: 'channels_last', lead: 1, channels: true } as const;

describe('inferShape', () => {
  test('derives each axis: AveragePooling2D(2) on (None, 5, 4, 3)', () => {
    const { output, steps } = inferShape(pool(images, average, local(2, 2, 2)), [null, 5, 4, 3]);
    expect(output).toEqual([null, 2, 2, 3]);
    expect(steps).toMatchObject([
      { kind: 'kept', axis: 0, input: null },
      {
        kind: 'window',
        axis: 1,
        input: 5,
        output: 2,
        kernel: 2,
        stride: 2,
        begin: 0,
        end: 0,
        droppedCells: 1,
      },
      { kind: 'window', axis: 2, input: 4, output: 2, droppedCells: 0 },
      { kind: 'kept', axis: 3, input: 3, output: 3 },
    ]);
  });

  test('gives a size of zero or below as computed', () => {
    const size = (kernel: number, stride: number) =>
      inferShape(pool(bare(1), max, local(1, kernel, stride)), [4]).output;
    expect(size(5, 5)).toEqual([0]);
    expect(size(9, 2)).toEqual([-2]);
    const { steps } = inferShape(pool(bare(1), max, local(1, 9, 2)), [4]);
    expect(steps[0]).toMatchObject({ droppedCells: 4 });
  });

  test('keeps the padding of an open axis where it is known', () => {
    const explicit = inferShape(pool(bare(1), max, local(1, 3, 2, { padding: padded(1, 1) })), [null]);
    expect(explicit.steps[0]).toMatchObject({ output: null, begin: 1, end: 1, same: false });
    const same = local(1, 3, 2, { padding: { kind: 'same', odd: 'upper' } });
    expect(inferShape(pool(bare(1), max, same), [null]).steps[0]).toMatchObject({ begin: null, same: true });
  });

  test('answers for shapes no machine holds', () => {
    const volumes = { rank: 3, layout: 'channels_last', lead: 0, channels: true } as const;
    const million = 1_000_000;
    const { output } = inferShape(pool(volumes, max, local(3, 2, 2)), [million, million, million, 3]);
    expect(output).toEqual([500_000, 500_000, 500_000, 3]);
    expect(countElements(output)).toBeNull();
    const longest = inferShape(pool(bare(1), max, local(1, 3, 3)), [Number.MAX_SAFE_INTEGER]);
    expect(longest.output).toEqual([3_002_399_751_580_330]);
  });

  test('lists adaptive bins up to 64 of them', () => {
    const bins = (size: number) =>
      inferShape(pool(bare(1), max, { kind: 'adaptive', outputSize: [size] }), [5]).steps[0];
    expect(bins(3)).toMatchObject({
      bins: [
        [0, 2],
        [1, 4],
        [3, 5],
      ],
    });
    expect(bins(65)).toMatchObject({ output: 65, bins: null });
  });

  test('works out fractional sizes by size, ratio or factor', () => {
    const size = (outputSize: Parameters<typeof fractional>[0]) =>
      inferShape(fractional(outputSize), [49]).output;
    expect(size({ kind: 'size', size: [7] })).toEqual([7]);
    expect(size({ kind: 'ratio', ratio: [0.5] })).toEqual([24]);
    expect(size({ kind: 'factor', factor: [49] })).toEqual([1]);
  });

  test('restores a length by unpooling, or takes the given one', () => {
    const unpool: Operation = {
      kind: 'unpool',
      axes: bare(1),
      kernel: [3],
      stride: [2],
      begin: [1],
      end: [1],
      outputSize: null,
      indices: { base: 'plane', order: 'row-major' },
    };
    expect(inferShape(unpool, [4]).output).toEqual([7]);
    expect(inferShape(unpool, [null]).output).toEqual([null]);
    expect(inferShape({ ...unpool, outputSize: [8] }, [4]).steps[0]).toMatchObject({
      output: 8,
      given: true,
    });
  });

  test('refuses a shape of another rank', () => {
    expect(expectedRank(images)).toBe(4);
    expect(() => inferShape(pool(images, max, local(2, 2, 2)), [4, 4, 3])).toThrow(RangeError);
  });
});

function fractional(
  outputSize: Extract<ReturnType<typeof pool>['window'], { kind: 'fractional' }>['outputSize'],
) {
  return pool(bare(1), max, { kind: 'fractional', kernel: [2], outputSize });
}

describe('parts of the rules', () => {
  test('same padding: 5 cells, window 2, stride 2 need one, at the end or at the beginning', () => {
    expect(samePadding(5, 2, 2, 1)).toEqual({ begin: 0, end: 1 });
    expect(samePadding(5, 2, 2, 1, 'lower')).toEqual({ begin: 1, end: 0 });
    expect(samePadding(6, 3, 1, 2)).toEqual({ begin: 2, end: 2 });
    expect(samePadding(6, 1, 3, 1)).toEqual({ begin: 0, end: 0 });
  });

  test('adaptive bins overlap or repeat as they must', () => {
    expect(adaptiveBins(2, 3)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });

  test('elements are counted up to 2^53 - 1', () => {
    expect(elementCount([2 ** 26, 2 ** 26])).toEqual({ kind: 'exact', count: 2 ** 52 });
    expect(elementCount([2 ** 27, 2 ** 26])).toEqual({ kind: 'overflow' });
    expect(elementCount([2 ** 40, 2 ** 40, 0])).toEqual({ kind: 'exact', count: 0 });
    expect(elementCount([null, 4, 4])).toEqual({ kind: 'open', known: 16 });
    expect(elementCount([null, 2 ** 53])).toEqual({ kind: 'open', known: null });
    expect(countElements([])).toBe(1);
  });
});
