import { describe, expect, test } from 'vitest';
import { python } from '../../src/frameworks/index.ts';
import { computed, given, outputShape, ramp, refusal, tensor } from './calls.ts';

const x = python.expression('x');

describe('tf.nn', () => {
  test('ksize and strides: an int, one per axis, or the full list', () => {
    for (const size of [2, [2], [2, 2], [1, 2, 2, 1]]) {
      expect(outputShape('tf.nn.max_pool', given([x, size, size, 'VALID']), [1, 5, 5, 3])).toEqual([
        1, 2, 2, 3,
      ]);
    }
    expect(refusal('tf.nn.max_pool2d', given([x, [2, 2, 2], 2, 'VALID'])).message).toBe(
      'ksize should be of length 1, 2 or 4. Received: ksize=(2, 2, 2) of length 3',
    );
    expect(outputShape('tf.nn.avg_pool', given([x, 2, 2, 'SAME']), [1, 5, 5, 5, 3])).toEqual([1, 3, 3, 3, 3]);
  });

  test('padding in capitals, explicit pairs for max_pool2d only', () => {
    const pairs = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 0],
    ];
    expect(outputShape('tf.nn.max_pool2d', given([x, 2, 2, pairs]), [1, 4, 4, 1])).toEqual([1, 3, 2, 1]);
    expect(refusal('tf.nn.avg_pool2d', given([x, 2, 2, pairs])).message).toMatch(
      /^Expected string for argument 'padding'/,
    );
    expect(refusal('tf.nn.avg_pool2d', given([x, 2, 2, 'same'])).message).toBe(
      `Value for attr 'padding' of "same" is not in the list of allowed values: "SAME", "VALID"`,
    );
  });

  test('tf.nn.pool steps by 1 and takes dilations without strides', () => {
    expect(outputShape('tf.nn.pool', given([x, [2, 2], 'AVG']), [1, 5, 5, 1])).toEqual([1, 4, 4, 1]);
    expect(outputShape('tf.nn.pool', given([x, [2, 2], 'MAX'], { dilations: [2, 2] }), [1, 5, 5, 1])).toEqual(
      [1, 3, 3, 1],
    );
    expect(refusal('tf.nn.pool', given([x, [2, 2], 'MAX', [2, 2]], { dilations: [2, 2] })).message).toBe(
      '`strides > 1` not supported in conjunction with `dilation_rate > 1`.',
    );
    const data = { input: ramp(1, 2, 2, 1) };
    expect([...computed('tf.nn.pool', given([x, [2, 2], 'AVG']), data).output.data]).toEqual([2.5]);
  });

  test('a window that does not fit fails in a graph', () => {
    expect(refusal('tf.nn.max_pool2d', given([x, 6, 6, 'VALID']), [1, 5, 5, 1]).message).toBe(
      'Negative dimension size caused by subtracting 6 from 5',
    );
    expect(refusal('tf.nn.max_pool', given([x, 2, 2, 'VALID']), [5, 5]).message).toContain(
      'must be 3, 4 or 5',
    );
  });

  test('argmax counts y, x and channel, with the batch if asked', () => {
    const input = tensor([2, 2, 2, 2], [1, 8, 2, 7, 3, 6, 4, 5, 1, 8, 2, 7, 3, 6, 4, 5]);
    const args = given([x, 2, 2, 'VALID']);
    expect(computed('tf.nn.max_pool_with_argmax', args, { input }).indices).toEqual([6, 1, 6, 1]);
    const batched = given([x, 2, 2, 'VALID'], { include_batch_in_index: true });
    expect(computed('tf.nn.max_pool_with_argmax', batched, { input }).indices).toEqual([6, 1, 14, 9]);
  });

  test('channels first is refused on the CPU', () => {
    const args = given([x, 2, 2, 'VALID'], { data_format: 'NCHW' });
    expect(outputShape('tf.nn.max_pool2d', args, [1, 3, 4, 4])).toEqual([1, 3, 2, 2]);
    expect(refusal('tf.nn.max_pool2d', args, { input: ramp(1, 1, 4, 4) }).message).toBe(
      'Default MaxPoolingOp only supports NHWC on device type CPU',
    );
  });

  test('fractional pooling gives a shape and no values', () => {
    const args = given([x, [1, 1.44, 1.73, 1]]);
    expect(outputShape('tf.nn.fractional_max_pool', args, [1, 20, 20, 3])).toEqual([1, 13, 11, 3]);
    expect(refusal('tf.nn.fractional_avg_pool', args, { input: ramp(1, 4, 4, 1) })).toMatchObject({
      code: 'bad-samples',
    });
    expect(refusal('tf.nn.fractional_max_pool', given([x, [1, 0.5, 1.5, 1]])).message).toBe(
      '`pooling_ratio` elements should be >= 1.0.',
    );
  });

  test('the old tf.layers functions want strides', () => {
    expect(outputShape('tf.layers.average_pooling2d', given([x, 2, 2]), [1, 4, 4, 3])).toEqual([1, 2, 2, 3]);
    expect(refusal('tf.layers.max_pooling2d', given([x, 2])).message).toBe(
      "max_pooling2d() missing 1 required positional argument: 'strides'",
    );
  });
});

describe('Flax', () => {
  test('any number of batch axes, or none', () => {
    const args = given([x, [2, 2]], { strides: [2, 2] });
    expect(outputShape('nn.max_pool', args, [28, 28, 3])).toEqual([14, 14, 3]);
    expect(outputShape('nn.max_pool', args, [5, 4, 28, 28, 3])).toEqual([5, 4, 14, 14, 3]);
  });

  test('strides is 1 when left out, and "SAME" averages divide by the whole window', () => {
    const input = ramp(1, 3, 1);
    expect([...computed('nnx.avg_pool', given([x, [2]]), { input }).output.data]).toEqual([1.5, 2.5]);
    const same = given([x, [3]], { padding: 'SAME' });
    expect([...computed('nnx.avg_pool', same, { input }).output.data].map((v) => Math.round(v * 3))).toEqual([
      3, 6, 5,
    ]);
    const real = given([x, [3]], { padding: 'SAME', count_include_pad: false });
    expect([...computed('nnx.avg_pool', real, { input }).output.data]).toEqual([1.5, 2, 2.5]);
    expect([...computed('nn.min_pool', given([x, [2]]), { input }).output.data]).toEqual([1, 2]);
  });

  test('nothing but a tuple passes', () => {
    expect(refusal('nn.max_pool', given([x, 2])).message).toBe("object of type 'int' has no len()");
    expect(refusal('nn.max_pool', given([x, python.intList([2, 2])])).message).toBe(
      'can only concatenate tuple (not "list") to tuple',
    );
    expect(refusal('nn.max_pool', given([x, [2, 2], [2]])).message).toBe('len((2, 2)) must equal len((2,))');
    expect(refusal('nn.max_pool', given([x, [2, 2]], { padding: [[1, 1]] })).message).toBe(
      'padding ((1, 1),) must specify pads for same number of dims as window_shape (2, 2)',
    );
  });
});

describe('lax.reduce_window', () => {
  const reduce = (init: string, computation: string, ...rest: Parameters<typeof given>[0] & object) =>
    given([x, python.expression(init), python.expression(computation), ...rest]);

  test('axes of length 1 are batch and channels', () => {
    const args = reduce('-jnp.inf', 'lax.max', [1, 2, 2, 1], [1, 2, 2, 1], 'VALID');
    expect(outputShape('lax.reduce_window', args, [8, 6, 6, 3])).toEqual([8, 3, 3, 3]);
    expect(outputShape('lax.reduce_window', reduce('-np.inf', 'lax.max', [2], [1], 'SAME'), [5])).toEqual([
      5,
    ]);
  });

  test('lax.add sums', () => {
    const args = given([x, python.float(0), python.expression('jax.lax.add'), [2, 2], [2, 2], 'VALID']);
    expect([...computed('lax.reduce_window', args, { input: ramp(2, 2) }).output.data]).toEqual([10]);
  });

  test('an initial value that takes part is not pooling', () => {
    expect(refusal('lax.reduce_window', reduce('0.5', 'lax.max', [2], [1], 'VALID')).code).toBe(
      'unsupported',
    );
    expect(refusal('lax.reduce_window', reduce('-jnp.inf', 'lax.mul', [2], [1], 'VALID')).code).toBe(
      'unsupported',
    );
  });
});

describe('MLX', () => {
  test('channels last, padding counted', () => {
    const args = given([3], { stride: 1, padding: 1 });
    const { output } = computed('mlx.nn.AvgPool1d', args, { input: ramp(1, 3, 1) });
    expect([...output.data].map((value) => Math.round(value * 3))).toEqual([3, 6, 5]);
    expect(outputShape('mlx.nn.MaxPool2d', given([2]), [1, 6, 4, 3])).toEqual([1, 3, 2, 3]);
  });

  test.each([
    [given([0]), "[MaxPool2d] 'kernel_size' must be positive but got (0, 0)."],
    [given([2], { padding: -1 }), "[MaxPool2d] 'padding' must be non-negative but got (-1, -1)."],
    [given([[2, 2, 2]]), "[MaxPool2d] 'kernel_size' must be an integer or a tuple containing 2 integers"],
  ])('refuses %o', (args, message) => {
    expect(refusal('mlx.nn.MaxPool2d', args)).toMatchObject({ stage: 'constructor', message });
  });
});

describe('Caffe', () => {
  const average = { pool: python.expression('P.Pooling.AVE') };

  test('sizes are rounded up', () => {
    expect(outputShape('Pooling', given([], { kernel_size: 3, stride: 2 }), [1, 64, 112, 112])).toEqual([
      1, 64, 56, 56,
    ]);
    expect(outputShape('Pooling', given([], { kernel_h: 2, kernel_w: 3 }), [1, 1, 4, 4])).toEqual([
      1, 1, 3, 2,
    ]);
    expect(outputShape('Pooling', given([], { global_pooling: true }), [1, 8, 7, 7])).toEqual([1, 8, 1, 1]);
  });

  test('averages count padding up to its end', () => {
    const args = given([], { ...average, kernel_size: 3, stride: 2, pad: 1 });
    expect(
      [...computed('Pooling', args, { input: ramp(1, 1, 2, 2) }).output.data].map((v) => Math.round(v * 18)),
    ).toEqual([20, 18, 21, 18]);
  });

  test.each([
    [given([], { kernel_size: 0 }), 'Filter dimensions cannot be zero.'],
    [given(), 'For non-square filters both kernel_h and kernel_w are required.'],
    [given([], { kernel_size: 2, pad: 2 }), 'Check failed: pad_h_ < kernel_h_ (2 vs. 2)'],
    [
      given([], { kernel_size: 2, global_pooling: true }),
      'With Global_pooling: true Filter size cannot specified',
    ],
  ])('refuses %o', (args, message) => {
    expect(refusal('Pooling', args).message).toBe(message);
  });

  test('stochastic pooling is random', () => {
    expect(refusal('Pooling', given([], { pool: 'STOCHASTIC', kernel_size: 2 })).advice).toContain('random');
  });
});
