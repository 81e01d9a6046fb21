import { describe, expect, test } from 'vitest';
import { python } from '../../src/frameworks/index.ts';
import { configured, given, outputShape, refusal } from './calls.ts';

describe("Python's own errors", () => {
  test.each([
    [
      'AveragePooling2D',
      given(),
      "AveragePooling2D.__init__() missing 1 required positional argument: 'pool_size'",
    ],
    ['nn.AvgPool2d', given(), "AvgPool2d.__init__() missing 1 required positional argument: 'kernel_size'"],
    [
      'nn.LPPool2d',
      given(),
      "_LPPoolNd.__init__() missing 2 required positional arguments: 'norm_type' and 'kernel_size'",
    ],
    [
      'tf.nn.max_pool2d',
      given([python.expression('x')]),
      "max_pool2d() missing 3 required positional arguments: 'ksize', 'strides', and 'padding'",
    ],
    [
      'MaxPooling2D',
      given([2, 2, 'same', null, 'pool', 7]),
      'MaxPooling2D.__init__() takes from 1 to 6 positional arguments but 7 were given',
    ],
    [
      'GlobalMaxPooling1D',
      given([null, true, 1]),
      'GlobalMaxPooling1D.__init__() takes from 1 to 3 positional arguments but 4 were given',
    ],
    [
      'MaxPooling2D',
      given([2], { pool_size: 3 }),
      "MaxPooling2D.__init__() got multiple values for argument 'pool_size'",
    ],
    [
      'nn.MaxPool2d',
      given([2], { count_include_pad: true }),
      "_MaxPoolNd.__init__() got an unexpected keyword argument 'count_include_pad'",
    ],
    [
      'F.max_pool2d',
      given([python.expression('x')]),
      "_max_pool2d() missing 1 required positional argument: 'kernel_size'",
    ],
    [
      'F.avg_pool2d',
      given([python.expression('x')]),
      'avg_pool2d() missing 1 required positional arguments: "kernel_size"',
    ],
  ])('%s', (name, args, message) => {
    const { exception, message: text, advice } = refusal(name, args);
    expect(text).toBe(message);
    expect(exception).toBe('TypeError');
    expect(advice).not.toBe('');
  });

  test('a keyword given twice and a value after a keyword are syntax errors', () => {
    const two = [...given([], { pool_size: 2 }), ...given([], { pool_size: 2 })];
    expect(refusal('MaxPooling2D', two).message).toBe('keyword argument repeated: pool_size');
    const late = [...given([], { pool_size: 2 }), ...given([2])];
    expect(refusal('MaxPooling2D', late)).toMatchObject({
      code: 'misplaced-argument',
      message: 'positional argument follows keyword argument',
      exception: 'SyntaxError',
    });
  });
});

test("Keras' keywords that every layer takes pass, others are its ValueError", () => {
  expect(configured('MaxPooling2D', given([2], { dtype: 'float16', trainable: false })).ok).toBe(true);
  expect(refusal('MaxPooling2D', given([], { kernel_size: 3 }))).toMatchObject({
    code: 'unexpected-argument',
    stage: 'constructor',
    exception: 'ValueError',
    message: "Unrecognized keyword arguments passed to MaxPooling2D: {'kernel_size': 3}",
    advice: 'MaxPooling2D calls it pool_size: write pool_size= instead of kernel_size=.',
  });
  expect(refusal('GlobalAveragePooling2D', given([], { keep_dims: true })).advice).toContain('keepdims');
  expect(refusal('MaxPooling2D', given([], { border_mode: 'same' })).advice).toContain('padding');
});

test('positional order: the module of PyTorch and its function differ in the last two', () => {
  const module = configured('nn.MaxPool2d', given([3, 2, 1, 1, true, false]));
  expect(module.args).toMatchObject({ return_indices: python.bool(true), ceil_mode: python.bool(false) });
  const called = configured('F.max_pool2d', given([python.expression('x'), 3, 2, 1, 1, true, false]));
  expect(called.args).toMatchObject({ return_indices: python.bool(false), ceil_mode: python.bool(true) });
});

test('the data of a function may be left out or written as an array', () => {
  expect(outputShape('F.max_pool2d', given([2]), [1, 3, 8, 8])).toEqual([1, 3, 4, 4]);
  expect(outputShape('F.max_pool2d', given([[[[1, 2]], [[3, 4]]], 2]), [1, 3, 8, 8])).toEqual([1, 3, 4, 4]);
  expect(outputShape('F.max_unpool2d', given([2]), [1, 8, 11, 13])).toEqual([1, 8, 22, 26]);
  expect(outputShape('F.max_pool2d', given([], { kernel_size: 2 }), [3, 8, 8])).toEqual([3, 4, 4]);
});

test('defaults are worked out and listed', () => {
  const { args, defaulted } = configured('AveragePooling2D', given([3]));
  expect(args).toMatchObject({ pool_size: python.intTuple([3, 3]), strides: python.intTuple([3, 3]) });
  expect(args.data_format).toEqual(python.str('channels_last'));
  expect(defaulted).toEqual(['strides', 'padding', 'data_format', 'name']);
});

test('a value that is only a name is asked for', () => {
  expect(refusal('MaxPooling2D', given([python.expression('POOL')]))).toMatchObject({
    code: 'unknown-value',
    message: null,
    advice: 'pool_size=POOL is not a number I can read. Write its value, for example pool_size=2.',
  });
  const named = given([2], { name: python.expression('f"pool{i}"') });
  expect(configured('MaxPooling2D', named).ok).toBe(true);
});
