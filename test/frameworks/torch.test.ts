import { describe, expect, test } from 'vitest';
import { python } from '../../src/frameworks/index.ts';
import { computed, configured, given, outputShape, ramp, refusal, rounded, tensor } from './calls.ts';

describe('PyTorch in its own words', () => {
  test.each([
    [
      'nn.MaxPool2d',
      given([3], { padding: 2 }),
      'pad should be at most half of effective kernel size, but got pad=2, kernel_size=3 and dilation=1',
    ],
    [
      'nn.MaxPool2d',
      given([3], { padding: 2, dilation: 2 }),
      'pad should be smaller than or equal to half of kernel size, but got padW = 2, padH = 2, kW = 3, kH = 3',
    ],
    [
      'nn.MaxPool1d',
      given([2], { padding: 2 }),
      'max_pool1d() padding should be at most half of kernel size, but got padding=2 and kernel_size=2',
    ],
    ['nn.MaxPool1d', given([0]), 'max_pool1d() kernel_size must be greater than zero, but got 0'],
    ['nn.MaxPool1d', given([2], { stride: 0 }), 'max_pool1d() stride must be greater than zero, but got 0'],
    ['nn.MaxPool2d', given([2], { stride: -1 }), 'stride should be greater than zero, but got dH: -1 dW: -1'],
    [
      'nn.MaxPool2d',
      given([2], { dilation: 0 }),
      'dilation should be greater than zero, but got dilationH: 0 dilationW: 0',
    ],
    [
      'nn.AvgPool2d',
      given([[2, -1]], { stride: 1 }),
      'kernel size should be greater than zero, but got kH: 2 kW: -1',
    ],
    [
      'nn.MaxPool2d',
      given([[2, 2, 2]]),
      'max_pool2d: kernel_size must either be a single int, or a tuple of two ints',
    ],
    [
      'nn.MaxPool2d',
      given([2], { stride: [1, 1, 1] }),
      'max_pool2d: stride must either be omitted, a single int, or a tuple of two ints',
    ],
    [
      'nn.AvgPool3d',
      given([[2, 2]]),
      'avg_pool3d: kernel_size must be a single int, or a tuple of three ints',
    ],
    ['nn.AvgPool1d', given([[2, 2]]), "avg_pool1d() argument 'kernel_size' should contain one int (got 2)"],
    [
      'nn.MaxPool1d',
      given([[2, 2]]),
      'max_pool1d() kernel_size must be an int, list of ints or tuple of ints of size 1 but got size 2',
    ],
    ['nn.AvgPool2d', given([2], { divisor_override: 0 }), 'divisor must be not zero'],
    ['nn.LPPool2d', given([2, [2, 2, 2]]), 'too many values to unpack (expected 2)'],
  ])('%s %o', (name, args, message) => {
    const { message: text, stage, advice } = refusal(name, args);
    expect(text).toBe(message);
    expect(stage).toBe('call');
    expect(advice).not.toBe('');
  });

  test.each([
    [
      given([2], { padding: 'same' }),
      "max_pool2d(): argument 'padding' (position 4) must be tuple of ints, not str",
    ],
    [given([2.5]), "max_pool2d(): argument 'kernel_size' (position 2) must be tuple of ints, not float"],
    [
      given([[2, 2.5]]),
      "max_pool2d(): argument 'kernel_size' (position 2) must be tuple of ints, but found element of type float at pos 1",
    ],
  ])('types are checked at the call: %o', (args, message) => {
    expect(refusal('nn.MaxPool2d', args)).toMatchObject({ message, exception: 'TypeError', stage: 'call' });
  });

  test('a norm of 0', () => {
    expect(refusal('nn.LPPool2d', given([0, 2])).exception).toBe('ZeroDivisionError');
  });

  test.each([
    [
      'nn.AvgPool3d',
      given([3]),
      [1, 1, 2, 2, 2],
      'input image (T: 2 H: 2 W: 2) smaller than kernel size (kT: 3 kH: 3 kW: 3)',
    ],
    [
      'nn.MaxPool2d',
      given([2]),
      [1, 3, 0, 4],
      'Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:[1, 3, 0, 4]',
    ],
    [
      'nn.AvgPool1d',
      given([2]),
      [1, 0, 4],
      'Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:[1, 0, 1, 4]',
    ],
    [
      'nn.AdaptiveMaxPool2d',
      given([2]),
      [1, 3, 0, 4],
      'adaptive_max_pool2d(): Expected input to have non-zero size for non-batch dimensions, but input has sizes [1, 3, 0, 4] with dimension 2 being empty',
    ],
    ['nn.AdaptiveAvgPool2d', given([[2, 2]]), [4, 4], 'Input dimension should be at least 3'],
    [
      'nn.FractionalMaxPool2d',
      given([3], { output_size: 2 }),
      [1, 1, 3, 5],
      'fractional_max_pool2d(): pool height 3 too large relative to input height 3',
    ],
    [
      'nn.FractionalMaxPool3d',
      given([2], { output_size: 5 }),
      [1, 1, 6, 6, 6],
      'fractional_max_pool3d_out(): pool time 2 too large relative to input time 6',
    ],
    [
      'nn.MaxUnpool2d',
      given([2]),
      [2, 2],
      'Input to max_unpooling2d should be a 3d or 4d Tensor, but got a tensor with 2 dimensions.',
    ],
  ])('%s %o on %o', (name, args, shape, message) => {
    expect(refusal(name, args, shape).message).toBe(message);
  });

  test('FractionalMaxPool wants exactly one of size and ratio', () => {
    expect(refusal('nn.FractionalMaxPool2d', given([3]))).toMatchObject({
      stage: 'constructor',
      message: 'FractionalMaxPool2d requires specifying either an output size, or a pooling ratio',
    });
    expect(refusal('nn.FractionalMaxPool2d', given([3, 2, 0.5])).message).toBe(
      'only one of output_size and output_ratio may be specified',
    );
    const whole = given([3], { output_ratio: python.float(1) });
    expect(refusal('nn.FractionalMaxPool2d', whole).message).toBe(
      'output_ratio must be between 0 and 1 (got 1.0)',
    );
  });

  test('unpooling: sizes that do not pool back, indices outside, indices of another shape', () => {
    const applied = given([python.expression('x'), python.expression('indices')], { output_size: [6, 6] });
    const { message, advice } = refusal('nn.MaxUnpool2d', given([2]), [1, 1, 2, 2], { applied });
    expect(message).toBe('invalid output_size "(6, 6)" (dim 0 must be between 2 and 6)');
    expect(advice).toBe('Between 3 and 5 pools back to this input; 6 does not. Left out, it is 4.');
    const outside = { input: ramp(1, 1, 2, 2), indices: tensor([1, 1, 2, 2], [0, 3, -93, 5]) };
    expect(refusal('nn.MaxUnpool2d', given([2]), outside).message).toBe(
      'Found an invalid max index: -93 (output volumes are of size 4x4)',
    );
    const other = { input: ramp(1, 1, 2, 2), indices: tensor([1, 1, 4], [0, 1, 2, 3]) };
    expect(refusal('nn.MaxUnpool2d', given([2]), other)).toMatchObject({ code: 'bad-indices' });
    expect(refusal('nn.MaxUnpool2d', given([2]), { input: ramp(1, 1, 2, 2) })).toMatchObject({
      code: 'bad-indices',
    });
    const unknown = given([], { size: [5, 5] });
    expect(refusal('nn.MaxUnpool2d', given([2]), [1, 1, 2, 2], { applied: unknown }).message).toBe(
      "MaxUnpool2d.forward() got an unexpected keyword argument 'size'",
    );
  });

  test.each([
    ['nn.AvgPool2d', given([2]), 'int32', `"avg_pool2d" not implemented for 'Int'`],
    ['nn.MaxPool2d', given([2]), 'bool', `"max_pool2d" not implemented for 'Bool'`],
    ['nn.AdaptiveMaxPool2d', given([2]), 'int32', `"adaptive_max_pool2d" not implemented for 'Int'`],
    [
      'nn.AdaptiveAvgPool2d',
      given([1]),
      'int64',
      'mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long',
    ],
  ] as const)('%s on %s', (name, args, dtype, message) => {
    expect(refusal(name, args, { input: ramp(1, 1, 4, 4) }, { dtype }).message).toBe(message);
  });
});

describe('PyTorch values', () => {
  const ceil = { stride: 2, padding: 1, ceil_mode: true };
  test.each([
    [given([3], ceil), [1.5556, 3.3333, 2, 6.3333, 11, 6, 4.5, 7.5, 4]],
    [given([3], { ...ceil, count_include_pad: false }), [3.5, 5, 6, 9.5, 11, 12, 13.5, 15, 16]],
  ])('AvgPool2d%o on 1 to 16', (args, values) => {
    expect(rounded(computed('nn.AvgPool2d', args, { input: ramp(1, 1, 4, 4) }).output.data)).toEqual(values);
  });

  test('int64 averages drop the fraction', () => {
    const { output } = computed('nn.AvgPool2d', given([2]), { input: ramp(1, 1, 4, 4) }, { dtype: 'int64' });
    expect([...output.data]).toEqual([3, 5, 11, 13]);
  });

  test('LPPool takes no absolute value, but for an infinite norm', () => {
    const input = tensor([1, 1, 2, 2], [-1, -3, -4, -6]);
    expect([...computed('nn.LPPool2d', given([1, 2]), { input }).output.data]).toEqual([-14]);
    expect([...computed('nn.LPPool2d', given([3, 2]), { input }).output.data]).toEqual([Number.NaN]);
    const largest = given([python.float(Number.POSITIVE_INFINITY), 2]);
    expect([...computed('nn.LPPool2d', largest, { input }).output.data]).toEqual([6]);
    const ones = tensor(
      [1, 1, 5, 5],
      Array.from({ length: 25 }, () => 1),
    );
    expect([
      ...computed('nn.LPPool2d', given([2, 2], { ceil_mode: true }), { input: ones }).output.data,
    ]).toEqual(Array.from({ length: 9 }, () => 2));
  });

  test('an H, W, C image is read as C, H, W', () => {
    expect(outputShape('nn.MaxPool2d', given([2]), [32, 32, 3])).toEqual([32, 16, 1]);
  });

  test('adaptive sizes: 0 is empty, None keeps, more than the input repeats', () => {
    expect(outputShape('nn.AdaptiveAvgPool2d', given([0]), [1, 1, 5, 5])).toEqual([1, 1, 0, 0]);
    expect(outputShape('nn.AdaptiveMaxPool2d', given([[null, 3]]), [1, 2, 4, 7])).toEqual([1, 2, 4, 3]);
    const input = tensor([1, 1, 5], [0, 1, 2, 3, 4]);
    expect([...computed('nn.AdaptiveAvgPool1d', given([7]), { input }).output.data]).toEqual([
      0, 0.5, 1.5, 2, 2.5, 3.5, 4,
    ]);
  });

  test('fractional pooling is exact with its samples and only a shape without', () => {
    const args = given([2], { output_size: 3, return_indices: true });
    const input = ramp(1, 1, 6, 6);
    expect(outputShape('nn.FractionalMaxPool2d', args, [1, 1, 6, 6])).toEqual([1, 1, 3, 3]);
    expect(refusal('nn.FractionalMaxPool2d', args, { input })).toMatchObject({
      code: 'bad-samples',
      message: null,
    });
    const { output, indices } = computed('nn.FractionalMaxPool2d', args, { input }, { samples: [0.5, 0.5] });
    expect([...output.data]).toEqual([8, 10, 12, 20, 22, 24, 32, 34, 36]);
    expect(indices).toEqual([7, 9, 11, 19, 21, 23, 31, 33, 35]);
    expect(refusal('nn.FractionalMaxPool2d', args, { input }, { samples: [0.5] }).advice).toContain('1 × 2');
  });

  test('indices come from return_indices, the function with indices, or on request', () => {
    const input = ramp(1, 1, 4, 4);
    expect(computed('nn.MaxPool2d', given([2]), { input }).indices).toBeNull();
    const wanted = [5, 7, 13, 15];
    expect(computed('nn.MaxPool2d', given([2], { return_indices: true }), { input }).indices).toEqual(wanted);
    expect(computed('F.max_pool2d_with_indices', given([2]), { input }).indices).toEqual(wanted);
    expect(computed('nn.MaxPool2d', given([2]), { input }, { wantIndices: true }).indices).toEqual(wanted);
  });

  test('unpooling to a given size', () => {
    const applied = given([python.expression('x'), python.expression('i')], { output_size: [1, 1, 5, 5] });
    const configuration = configured('nn.MaxUnpool2d', given([2]), { applied });
    expect(configuration.applied.output_size).toEqual(python.intTuple([1, 1, 5, 5]));
    expect(outputShape('nn.MaxUnpool2d', given([2]), [1, 1, 2, 2], { applied })).toEqual([1, 1, 5, 5]);
    expect(outputShape('F.max_unpool2d', given([2], { output_size: [5, 5] }), [1, 1, 2, 2])).toEqual([
      1, 1, 5, 5,
    ]);
  });
});
