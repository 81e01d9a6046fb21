import { describe, expect, test } from 'vitest';
import { apply, result } from '../apply.ts';
import { step } from '../steps.ts';

const image = [null, 28, 28, 3];

describe('convolutions of Keras', () => {
  test.each([
    ['Conv2D(32, 3) valid', step('Conv2D', [32, 3]), image, [null, 26, 26, 32], 32 * (27 + 1)],
    ['same', step('Conv2D', [32, 3], { padding: 'same' }), image, [null, 28, 28, 32], 896],
    [
      'strides 2, same: ceil(n/s)',
      step('Conv2D', [8, 3, 2, 'SAME']),
      [null, 27, 28, 3],
      [null, 14, 14, 8],
      224,
    ],
    ['5x3 kernel, no bias', step('Conv2D', [8, [5, 3]], { use_bias: false }), image, [null, 24, 26, 8], 360],
    ['dilated: 2·(3-1)+1 = 5', step('Conv2D', [8, 3], { dilation_rate: 2 }), image, [null, 24, 24, 8], 224],
    ['groups', step('Conv2D', [6, 3], { groups: 3 }), image, [null, 26, 26, 6], 6 * (9 + 1)],
    [
      'channels_first',
      step('Conv2D', [8, 3], { data_format: 'channels_first' }),
      [2, 3, 9, 9],
      [2, 8, 7, 7],
      224,
    ],
    ['open sizes stay open', step('Conv2D', [8, 3]), [null, null, 28, 3], [null, null, 26, 8], 224],
    [
      'Conv1D causal keeps the length',
      step('Conv1D', [4, 5], { padding: 'causal' }),
      [null, 10, 2],
      [null, 10, 4],
      44,
    ],
    ['Conv3D', step('Conv3D', [4, 3]), [null, 8, 8, 8, 1], [null, 6, 6, 6, 4], 4 * 28],
    ['depthwise', step('DepthwiseConv2D', [3]), image, [null, 26, 26, 3], 3 * 10],
    ['depthwise twice', step('DepthwiseConv2D', [3, 2, 'same', 2]), image, [null, 14, 14, 6], 60],
    ['separable', step('SeparableConv2D', [16, 3]), image, [null, 26, 26, 16], 27 + 48 + 16],
    [
      'transposed valid: (n-1)s + max(k, s)',
      step('Conv2DTranspose', [8, 3, 2]),
      [null, 7, 7, 4],
      [null, 15, 15, 8],
      296,
    ],
    [
      'transposed same: n·s',
      step('Conv2DTranspose', [8, 3, 2, 'same']),
      [null, 7, 7, 4],
      [null, 14, 14, 8],
      296,
    ],
    [
      'transposed with output_padding',
      step('Conv2DTranspose', [8, 3, 2, 'same', 0]),
      [null, 7, 7, 4],
      [null, 13, 13, 8],
      296,
    ],
  ])('%s', (_case, layer, input, output, trainable) => {
    expect(result('keras', layer, input)).toEqual({ output, weights: [trainable, 0] });
  });

  test.each([
    [
      'a kernel larger than the map',
      step('Conv2D', [16, 3]),
      [null, 2, 2, 8],
      'Computed output size would be zero or negative. Received `inputs shape=(None, 2, 2, 8)`, ' +
        '`kernel shape=(3, 3, 8, 16)`, `dilation_rate=[1 1]`, `strides=(1, 1)`, `padding=valid`.',
    ],
    [
      'too few axes',
      step('Conv2D', [16, 3]),
      [null, 28, 28],
      "Input 0 with name 'None' of layer 'conv2d' is incompatible with the layer: " +
        'expected min_ndim=4, found ndim=3. Full shape received: (None, 28, 28)',
    ],
    [
      'strides with dilation',
      step('Conv2D', [16, 3], { strides: 2, dilation_rate: 2 }),
      image,
      '`strides > 1` not supported in conjunction with `dilation_rate > 1`. ' +
        'Received: strides=(2, 2) and dilation_rate=(2, 2)',
    ],
    [
      'filters that do not fall into groups',
      step('Conv2D', [16, 3], { groups: 3 }),
      image,
      'The number of filters must be evenly divisible by the number of groups. Received: groups=3, filters=16.',
    ],
    [
      'kernel_size left out',
      step('Conv2D', [16]),
      image,
      "Conv2D.__init__() missing 1 required positional argument: 'kernel_size'",
    ],
    [
      'the keyword of another framework',
      step('Conv2D', [16, 3], { stride: 2 }),
      image,
      "Unrecognized keyword arguments passed to Conv2D: {'stride': 2}",
    ],
    [
      'causal in two dimensions',
      step('Conv2D', [16, 3], { padding: 'causal' }),
      image,
      "The `padding` argument must be a list/tuple or one of {'valid', 'same'}. Received: causal",
    ],
  ])('%s is refused in the words of Keras', (_case, layer, input, message) => {
    expect(result('keras', layer, input)).toEqual({ refused: message });
  });

  test('every argument stands in args, given or not, in the documented order', () => {
    const { args } = apply('keras', step('Conv2D', [16, 3], { activation: 'relu' }), image);
    expect(Object.keys(args).slice(0, 9)).toEqual([
      'filters',
      'kernel_size',
      'strides',
      'padding',
      'data_format',
      'dilation_rate',
      'groups',
      'activation',
      'use_bias',
    ]);
    expect(args).toMatchObject({
      kernel_size: { type: 'int', value: 3 },
      strides: { type: 'int', value: 1 },
      activation: { type: 'str', value: 'relu' },
    });
  });

  test('an argument that only the code knows is asked for', () => {
    const { problem } = apply('keras', step('Conv2D', [{ source: 'n_filters' }, 3]), image);
    expect(problem).toMatchObject({
      code: 'unknown-value',
      advice: 'filters=n_filters is not a value I can read. Write the number itself.',
    });
  });
});
