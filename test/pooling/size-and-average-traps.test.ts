import { describe, expect, test } from 'vitest';
import {
  backward,
  forward,
  inferShape,
  type LocalWindow,
  type Reduce,
  type Tensor,
} from '../../src/pooling/index.ts';
import { average, bare, local, max, padded, pool, ramp, row } from './operations.ts';

function pool1d(reduce: Reduce, window: LocalWindow, input: Tensor): number[] {
  return Array.from(forward(pool(bare(1), reduce, window), input).output.data);
}

const counted = { kind: 'padded' } as const;

describe('ceil_mode', () => {
  test('AvgPool1d(2, ceil_mode=True) on 1..5 clips the last window', () => {
    expect(pool1d(average, local(1, 2, 2, { rounding: 'ceil', divisor: counted }), ramp(5))).toEqual([
      1.5, 3.5, 5,
    ]);
  });

  test('MaxPool1d(2, 2, 1, ceil_mode=True) drops a window that starts in the right padding', () => {
    const window = local(1, 2, 2, { rounding: 'ceil', padding: padded(1, 1) });
    expect(pool1d(max, window, ramp(5))).toHaveLength(3);
    expect(pool1d(max, window, ramp(6))).toHaveLength(4);
  });

  test('the window over 9 cells with k=4 s=4 p=2 counts 3, not 4', () => {
    const window = local(1, 4, 4, { rounding: 'ceil', padding: padded(1, 2) });
    const { output, steps } = inferShape(pool(bare(1), max, window), [9]);
    expect(output).toEqual([3]);
    expect(steps[0]).toMatchObject({ kind: 'window', droppedWindow: true, droppedCells: 0 });
  });

  test('AvgPool1d(3, 2, 1, ceil_mode=True) on 1..8 ends in 8/2, without counted padding in 8', () => {
    const window = local(1, 3, 2, { rounding: 'ceil', padding: padded(1, 1) });
    expect(pool1d(average, { ...window, divisor: counted }, ramp(8)).at(-1)).toBe(4);
    expect(pool1d(average, window, ramp(8)).at(-1)).toBe(8);
  });

  test('4x4 of 1..16, k=3 s=2 p=1 ceil: both divisors', () => {
    const window = local(2, 3, 2, { rounding: 'ceil', padding: padded(2, 1) });
    const excluded = forward(pool(bare(2), average, window), ramp(4, 4)).output.data;
    expect(Array.from(excluded)).toEqual([3.5, 5, 6, 9.5, 11, 12, 13.5, 15, 16]);
    const included = forward(pool(bare(2), average, { ...window, divisor: counted }), ramp(4, 4)).output.data;
    expect(included).toEqual(Float32Array.from([14 / 9, 30 / 9, 2, 57 / 9, 11, 6, 4.5, 7.5, 4]));
  });
});

describe('divisors', () => {
  test('k=3 s=1 p=1 on [1, 2, 3] with and without counted padding', () => {
    const window = local(1, 3, 1, { padding: padded(1, 1) });
    expect(pool1d(average, { ...window, divisor: counted }, ramp(3))).toEqual([1, 2, Math.fround(5 / 3)]);
    expect(pool1d(average, window, ramp(3))).toEqual([1.5, 2, 2.5]);
  });

  test('divisor_override wins over clipped windows and may be negative', () => {
    const window = local(1, 2, 2, { rounding: 'ceil', divisor: { kind: 'fixed', value: -2 } });
    expect(pool1d(average, window, ramp(5))).toEqual([-1.5, -3.5, -2.5]);
  });

  test('an int64 average drops its fraction, towards zero', () => {
    const truncated: Reduce = { kind: 'average', truncate: true };
    expect(pool1d(truncated, local(1, 2, 2), row(3, 4, -3, -4, 0, -1))).toEqual([3, -3, 0]);
  });

  test('a local window of nothing but padding averages to 0', () => {
    expect(pool1d(average, local(1, 1, 1, { padding: padded(1, 1) }), row(5))).toEqual([0, 5, 0]);
  });
});

describe('stride and same', () => {
  test('a stride larger than the window skips cells', () => {
    expect(pool1d(max, local(1, 2, 3), ramp(8))).toEqual([2, 5, 8]);
  });

  test('Keras same puts the odd padding cell at the end, ONNX SAME_LOWER at the beginning', () => {
    const same = (odd: 'upper' | 'lower') => local(1, 3, 2, { padding: { kind: 'same', odd } });
    expect(pool1d(max, same('upper'), ramp(6))).toEqual([3, 5, 6]);
    expect(pool1d(max, same('lower'), ramp(6))).toEqual([2, 4, 6]);
    expect(pool1d(max, local(1, 3, 2, { padding: padded(1, 1) }), ramp(6))).toEqual([2, 4, 6]);
  });

  test('same with a window larger than the input still gives ceil(n / s)', () => {
    const window = local(1, 5, 2, { padding: { kind: 'same', odd: 'upper' } });
    expect(pool1d(average, window, ramp(3))).toEqual([2, 2]);
  });

  test('unknown dimensions stay unknown: (None, 8, None, 3), pool 2, stride 1', () => {
    const axes = { rank: 2, layout: 'channels_last', lead: 1, channels: true } as const;
    expect(inferShape(pool(axes, max, local(2, 2, 1)), [null, 8, null, 3]).output).toEqual([
      null,
      7,
      null,
      3,
    ]);
  });

  test('global pooling drops the spatial axes unless keepdims', () => {
    const axes = { rank: 2, layout: 'channels_last', lead: 1, channels: true } as const;
    const global = (keepdims: boolean) => pool(axes, average, { kind: 'global', keepdims });
    expect(inferShape(global(false), [null, null, null, 1024]).output).toEqual([null, 1024]);
    expect(inferShape(global(true), [null, null, null, 1024]).output).toEqual([null, 1, 1, 1024]);
  });
});

describe('average of special values', () => {
  test('infinity with minus infinity is NaN and nothing leaks out of its window', () => {
    const input = row(1, Infinity, -Infinity, Number.NaN, 5, 6);
    expect(pool1d(average, local(1, 1, 1), input)).toEqual([1, Infinity, -Infinity, Number.NaN, 5, 6]);
    expect(pool1d(average, local(1, 2, 1), input)).toEqual([
      Infinity,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      5.5,
    ]);
  });

  test('a mask selects before it sums: what is masked does not leak, a row masked whole is NaN', () => {
    const axes = { rank: 1, layout: 'channels_last', lead: 1, channels: true } as const;
    const operation = pool(axes, average, { kind: 'global', keepdims: false });
    const input: Tensor = {
      shape: [2, 3, 2],
      data: Float32Array.of(0, 1, 2, 3, Number.NaN, Infinity, 6, 7, 8, 9, 10, 11),
    };
    const mask = [1, 1, 0, 0, 0, 0];
    const { output } = forward(operation, input, { mask });
    expect(output).toEqual({ shape: [2, 2], data: Float32Array.of(1, 2, Number.NaN, Number.NaN) });
    const upstream: Tensor = { shape: [2, 2], data: Float32Array.of(2, 4, 0, 0) };
    const gradient = backward(operation, input, upstream, { mask });
    expect(Array.from(gradient.data)).toEqual([1, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(() => forward(operation, input, { mask: [1, 1] })).toThrow(RangeError);
  });

  test('an empty map averages to NaN', () => {
    const operation = pool(bare(1), average, { kind: 'global', keepdims: true });
    expect(forward(operation, row()).output.data).toEqual(Float32Array.of(Number.NaN));
  });
});

describe('adaptive windows', () => {
  const adaptive = (input: Tensor, size: number) =>
    Array.from(forward(pool(bare(1), average, { kind: 'adaptive', outputSize: [size] }), input).output.data);

  test('overlap where o does not divide n: 1..7 to 3 gives 2, 4, 6', () => {
    expect(adaptive(ramp(7), 3)).toEqual([2, 4, 6]);
  });

  test('upsample: [1, 2] to 3, and 0..4 to 7', () => {
    expect(adaptive(row(1, 2), 3)).toEqual([1, 1.5, 2]);
    expect(adaptive(row(0, 1, 2, 3, 4), 7)).toEqual([0, 0.5, 1.5, 2, 2.5, 3.5, 4]);
  });

  test('None keeps an axis', () => {
    const operation = pool(bare(2), average, { kind: 'adaptive', outputSize: [null, 1] });
    expect(inferShape(operation, [5, 8]).output).toEqual([5, 1]);
    expect(inferShape(operation, [null, 8]).output).toEqual([null, 1]);
  });
});

describe('Caffe', () => {
  test('keeps a last window that starts past the input unless there is padding', () => {
    const size = (window: LocalWindow, n: number) => inferShape(pool(bare(1), max, window), [n]).output;
    expect(size(local(1, 1, 2, { rounding: 'caffe' }), 4)).toEqual([3]);
    expect(size(local(1, 1, 2, { rounding: 'ceil' }), 4)).toEqual([2]);
    expect(size(local(1, 2, 2, { rounding: 'caffe', padding: padded(1, 1) }), 5)).toEqual([3]);
  });
});
