import { describe, expect, test } from 'vitest';
import { python } from '../../src/frameworks/index.ts';
import { computed, configured, given, outputShape, ramp, refusal, tensor } from './calls.ts';

describe('Keras in its own words', () => {
  test.each([
    ['0', given([0]), 'Received pool_size=0, including values {0} that do not satisfy `value > 0`'],
    [
      '-1 and 0',
      given([[0, -1]]),
      'Received pool_size=(0, -1), including values {0, -1} that do not satisfy `value > 0`',
    ],
    ['three for two', given([[2, 2, 2]]), 'Received pool_size=(2, 2, 2)'],
    ['2.0', given([python.float(2)]), 'Received pool_size=2.0'],
    ['"ab"', given(['ab']), "Received pool_size=abincluding element a of type <class 'str'>"],
    ['"abc"', given(['abc']), 'Received pool_size=abc'],
    ['None', given([null]), 'Received pool_size=None'],
  ])('pool_size %s', (_name, args, tail) => {
    const { stage, message, exception } = refusal('MaxPooling2D', args);
    expect(message).toBe(`The \`pool_size\` argument must be a tuple of 2 integers. ${tail}`);
    expect({ stage, exception }).toEqual({ stage: 'constructor', exception: 'ValueError' });
  });

  test('strides -1', () => {
    expect(refusal('MaxPooling2D', given([], { strides: -1 })).message).toBe(
      'The `strides` argument must be a tuple of 2 integers. Received strides=-1, including values {-1} that do not ' +
        'satisfy `value >= 0`',
    );
  });

  test('strides 0 passes the constructor and fails in the shape rule', () => {
    expect(refusal('MaxPooling2D', given([2, 0]))).toMatchObject({
      stage: 'shape',
      exception: 'ZeroDivisionError',
    });
  });

  test('data_format is lower-cased first, but not by the adaptive layers', () => {
    const upper = given([2], { data_format: 'CHANNELS_FIRST' });
    expect(outputShape('MaxPooling2D', upper, [1, 3, 8, 8])).toEqual([1, 3, 4, 4]);
    expect(refusal('AdaptiveMaxPooling2D', upper).message).toBe(
      "Invalid data_format: CHANNELS_FIRST. Expected 'channels_first' or 'channels_last'.",
    );
    expect(refusal('MaxPooling2D', given([2], { data_format: 'NHWC' }))).toMatchObject({
      message:
        "The `data_format` argument must be one of {'channels_first', 'channels_last'}. Received: data_format=nhwc",
      advice: expect.stringContaining('channels_last'),
    });
  });

  test.each([
    [
      'AdaptiveAveragePooling2D',
      given([[1, 2, 3]]),
      "`output_size` must be an integer or (height, width) tuple. Received: (1, 2, 3) of type <class 'tuple'>",
      'TypeError',
    ],
    [
      'AdaptiveMaxPooling1D',
      given([[1, 2]]),
      'For 1D input, `output_size` tuple must have length 1. Received: (1, 2)',
      'ValueError',
    ],
    [
      'AdaptiveMaxPooling1D',
      given(['4']),
      "`output_size` must be an integer or tuple of 1 integer. Received: 4 of type <class 'str'>",
      'TypeError',
    ],
  ])('%s checks output_size', (name, args, message, exception) => {
    expect(refusal(name, args)).toMatchObject({ stage: 'constructor', message, exception });
  });

  test('an adaptive size of 0 or None fails later', () => {
    expect(refusal('AdaptiveMaxPooling2D', given([0]))).toMatchObject({
      stage: 'call',
      exception: 'ZeroDivisionError',
    });
    expect(refusal('AdaptiveMaxPooling2D', given([[null, 2]])).message).toBeNull();
  });

  test('a window larger than the input, with a way out that works', () => {
    const { stage, message, advice } = refusal('AveragePooling2D', given([6]), [null, 5, 5, 1]);
    expect({ stage, message }).toEqual({
      stage: 'shape',
      message:
        'Computed output size would be zero or negative. Received: `inputs.shape=[None 5 5 1]`, `pool_size=[6 6]`, ' +
        '`strides=(6, 6)`, `padding=valid`.',
    });
    expect(advice).toBe(
      'The window (6) is larger than the input (5). A pool_size of 5 or less fits; GlobalAveragePooling2D() takes any size.',
    );
    expect(outputShape('AveragePooling2D', given([5]), [null, 5, 5, 1])).toEqual([null, 1, 1, 1]);
  });

  test('NumPy aligns the printed shape, and open sides print as -1', () => {
    expect(refusal('MaxPooling2D', given([[2, 20]]), [1, 100, 4, 1]).message).toContain(
      '`inputs.shape=[  1 100   4   1]`, `pool_size=[ 2 20]`, `strides=(2, 20)`',
    );
    expect(refusal('MaxPooling2D', given([6]), [null, null, 5, 1]).message).toContain('[None -1 5 1]');
  });

  test('a wrong rank', () => {
    expect(refusal('MaxPooling2D', given(), [5, 5, 1])).toMatchObject({
      stage: 'call',
      exception: 'ValueError',
      message:
        "Input 0 with name 'None' of layer 'max_pooling2d' is incompatible with the layer: expected ndim=4, found " +
        'ndim=3. Full shape received: (5, 5, 1)',
    });
    expect(refusal('GlobalAveragePooling1D', given(), [2, 3, 4, 5]).message).toContain(
      "'global_average_pooling1d'",
    );
    expect(refusal('MaxPooling1D', given([], { name: 'pool' }), [5, 5]).message).toContain("layer 'pool'");
    expect(refusal('AdaptiveMaxPooling2D', given([2]), [5, 5, 1]).message).toBeNull();
  });

  test('"SAME" passes on arrays and fails in a model', () => {
    const args = given([2], { padding: 'SAME' });
    expect(outputShape('MaxPooling2D', args, [1, 5, 5, 1])).toEqual([1, 3, 3, 1]);
    expect(refusal('MaxPooling2D', args, [null, 5, 5, 1])).toMatchObject({
      message: "Argument `padding` must be either 'valid' or 'same'. Received: padding=SAME",
      advice: expect.stringContaining('padding="same"'),
    });
  });

  test('a mask anywhere but in GlobalAveragePooling1D', () => {
    const data = { input: ramp(1, 3, 3, 1), mask: tensor([1, 3, 3], [1, 1, 1, 1, 1, 1, 1, 1, 1]) };
    expect(refusal('GlobalAveragePooling2D', given(), data)).toMatchObject({
      exception: 'TypeError',
      message: "GlobalAveragePooling2D.call() got an unexpected keyword argument 'mask'",
    });
  });

  test('integers are not averaged on TensorFlow', () => {
    const data = { input: ramp(1, 4, 4, 1) };
    expect(refusal('AveragePooling2D', given([2]), data, { dtype: 'int32' }).message).toContain(
      "Value for attr 'T' of int32 is not in the list of allowed values",
    );
    expect([...computed('MaxPooling2D', given([2]), data, { dtype: 'int32' }).output.data]).toEqual([
      6, 8, 14, 16,
    ]);
    expect([...computed('GlobalAveragePooling2D', given(), data, { dtype: 'uint8' }).output.data]).toEqual([
      8.5,
    ]);
  });

  test('a maximum of nothing is refused, a mean of nothing is NaN', () => {
    const data = { input: tensor([1, 0, 3, 1], []) };
    expect(refusal('GlobalMaxPooling2D', given(), data).message).toBe(
      'Cannot compute the max of an empty tensor.',
    );
    expect([...computed('GlobalAveragePooling2D', given(), data).output.data]).toEqual([Number.NaN]);
  });
});

describe('Keras values', () => {
  test('open dimensions stay open', () => {
    expect(outputShape('GlobalAveragePooling2D', given(), [null, null, null, 3])).toEqual([null, 3]);
    expect(outputShape('GlobalMaxPooling2D', given([], { keepdims: true }), [null, null, null, 3])).toEqual([
      null,
      1,
      1,
      3,
    ]);
    expect(outputShape('MaxPooling2D', given(), [null, 7, null, 3])).toEqual([null, 3, null, 3]);
    expect(outputShape('AdaptiveMaxPooling2D', given([4]), [null, null, 9, null])).toEqual([
      null,
      4,
      4,
      null,
    ]);
  });

  test('"same" averages divide by real cells', () => {
    const input = tensor(
      [1, 5, 5, 1],
      Array.from({ length: 25 }, (_, index) => index),
    );
    expect([...computed('AveragePooling2D', given([2], { padding: 'same' }), { input }).output.data]).toEqual(
      [3, 5, 6.5, 13, 15, 16.5, 20.5, 22.5, 24],
    );
  });

  test('a masked mean leaves masked NaN out, and a row masked whole is NaN', () => {
    const input = tensor([2, 3, 2], [0, 1, 2, 3, Number.NaN, Number.NaN, 6, 7, 8, 9, 10, 11]);
    const mask = tensor([2, 3], [1, 1, 0, 0, 0, 0]);
    const { output } = computed('GlobalAveragePooling1D', given(), { input, mask });
    expect([...output.data]).toEqual([1, 2, Number.NaN, Number.NaN]);
    const wrong = { input, mask: tensor([2, 2], [1, 1, 1, 1]) };
    expect(refusal('GlobalAveragePooling1D', given(), wrong)).toMatchObject({
      code: 'bad-mask',
      advice: 'The mask has shape (2, 2); it needs one entry per step, (2, 3).',
    });
  });

  test('NaN is dropped by MaxPooling and wins in GlobalMaxPooling', () => {
    const input = tensor([1, 2, 2, 1], [1, Number.NaN, 3, 2]);
    expect([...computed('MaxPooling2D', given([2]), { input }).output.data]).toEqual([3]);
    expect([...computed('GlobalMaxPooling2D', given(), { input }).output.data]).toEqual([Number.NaN]);
  });

  test('equal maxima: MaxPooling sends the gradient to the first, GlobalMaxPooling splits it', () => {
    const data = { input: tensor([1, 2, 2, 1], [5, 5, 5, 5]) };
    const local = computed('MaxPooling2D', given([2]), { ...data, upstream: tensor([1, 1, 1, 1], [1]) });
    expect([...(local.gradient?.data ?? [])]).toEqual([1, 0, 0, 0]);
    const global = computed('GlobalMaxPooling2D', given(), { ...data, upstream: tensor([1, 1], [1]) });
    expect([...(global.gradient?.data ?? [])]).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  test('keras.ops take the rank from the input', () => {
    const args = given([python.expression('x'), 2]);
    expect(outputShape('keras.ops.max_pool', args, [1, 8, 3])).toEqual([1, 4, 3]);
    expect(outputShape('keras.ops.average_pool', args, [1, 8, 8, 8, 3])).toEqual([1, 4, 4, 4, 3]);
    expect(outputShape('keras.ops.adaptive_max_pool', args, [1, 9, 9, 3])).toEqual([1, 2, 2, 3]);
    expect(refusal('keras.ops.max_pool', args, [8, 3]).message).toBe(
      'Input rank not supported: 2. Expected values are [3, 4, 5]',
    );
    expect(configured('keras.ops.max_pool', args).args.strides).toEqual(python.int(2));
  });
});
