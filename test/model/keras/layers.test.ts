import { describe, expect, test } from 'vitest';
import { apply, result } from '../apply.ts';
import { step } from '../steps.ts';

const map = [null, 7, 7, 64];
const sequence = [null, 20, 8];

describe('layers of Keras', () => {
  test.each([
    ['Dense', step('Dense', [10]), [null, 3136], [null, 10], 31_370, 0],
    ['Dense on a sequence: the last axis', step('Dense', [10]), [null, 20, 8], [null, 20, 10], 90, 0],
    ['Dense without bias', step('Dense', [10], { use_bias: false }), [null, 64], [null, 10], 640, 0],
    ['BatchNormalization', step('BatchNormalization'), map, map, 128, 128],
    ['without gamma', step('BatchNormalization', [], { scale: false }), map, map, 64, 128],
    ['axis 1', step('BatchNormalization', [1]), [null, 3, 7, 7], [null, 3, 7, 7], 6, 6],
    ['LayerNormalization', step('LayerNormalization'), map, map, 128, 0],
    ['GroupNormalization', step('GroupNormalization', [8]), map, map, 128, 0],
    ['Normalization to be adapted', step('Normalization'), [null, 7, 7, 3], [null, 7, 7, 3], 0, 7],
    ['PReLU: a slope for every cell', step('PReLU'), map, map, 3136, 0],
    ['PReLU with shared axes', step('PReLU', [], { shared_axes: [1, 2] }), map, map, 64, 0],
    ['Dropout', step('Dropout', [0.5]), map, map, 0, 0],
    ['Flatten', step('Flatten'), map, [null, 3136], 0, 0],
    ['Flatten of open sizes', step('Flatten'), [null, null, 7, 64], [null, null], 0, 0],
    ['Reshape', step('Reshape', [[49, 64]]), map, [null, 49, 64], 0, 0],
    ['Reshape with -1', step('Reshape', [[-1, 64]]), map, [null, 49, 64], 0, 0],
    ['Permute', step('Permute', [[3, 1, 2]]), map, [null, 64, 7, 7], 0, 0],
    ['RepeatVector', step('RepeatVector', [4]), [null, 10], [null, 4, 10], 0, 0],
    ['ZeroPadding2D', step('ZeroPadding2D', [3]), map, [null, 13, 13, 64], 0, 0],
    [
      'ZeroPadding2D by sides',
      step('ZeroPadding2D', [
        [
          [0, 1],
          [2, 3],
        ],
      ]),
      map,
      [null, 8, 12, 64],
      0,
      0,
    ],
    ['ZeroPadding1D', step('ZeroPadding1D', [[2, 0]]), sequence, [null, 22, 8], 0, 0],
    ['Cropping2D', step('Cropping2D', [[1, 2]]), map, [null, 5, 3, 64], 0, 0],
    ['UpSampling2D', step('UpSampling2D'), map, [null, 14, 14, 64], 0, 0],
    ['UpSampling2D, its own size per axis', step('UpSampling2D', [[1, 3]]), map, [null, 7, 21, 64], 0, 0],
    ['Resizing', step('Resizing', [32, 24]), [null, null, null, 3], [null, 32, 24, 3], 0, 0],
    ['Embedding', step('Embedding', [1000, 16]), [null, 20], [null, 20, 16], 16_000, 0],
    ['LSTM: 4 gates', step('LSTM', [32]), sequence, [null, 32], 4 * 32 * (8 + 32 + 1), 0],
    ['LSTM, all steps', step('LSTM', [32], { return_sequences: true }), sequence, [null, 20, 32], 5248, 0],
    ['GRU: 3 gates, two biases', step('GRU', [32]), sequence, [null, 32], 3 * 32 * (8 + 32 + 2), 0],
    ['GRU as it was', step('GRU', [32], { reset_after: false }), sequence, [null, 32], 3 * 32 * 41, 0],
    ['SimpleRNN', step('SimpleRNN', [32]), sequence, [null, 32], 32 * 41, 0],
    ['tf.reduce_mean over the map', step('tf.reduce_mean', [{ source: 'x' }, [1, 2]]), map, [null, 64], 0, 0],
  ])('%s', (_case, layer, input, output, trainable, nonTrainable) => {
    expect(result('keras', layer, input)).toEqual({ output, weights: [trainable, nonTrainable] });
  });

  test.each([
    [
      'Reshape to another number of cells',
      step('Reshape', [[50, 64]]),
      map,
      'The total size of the tensor must be unchanged. Received: input_shape=(7, 7, 64), target_shape=(50, 64)',
    ],
    [
      'LSTM on a flat vector',
      step('LSTM', [32]),
      [null, 64],
      "Input 0 with name 'None' of layer 'lstm' is incompatible with the layer: " +
        'expected ndim=3, found ndim=2. Full shape received: (None, 64)',
    ],
    [
      'ZeroPadding2D on a flat vector',
      step('ZeroPadding2D'),
      [null, 64],
      "Input 0 with name 'None' of layer 'zero_padding2d' is incompatible with the layer: " +
        'expected ndim=4, found ndim=2. Full shape received: (None, 64)',
    ],
    [
      'Permute that names an axis twice',
      step('Permute', [[1, 1, 2]]),
      map,
      'Invalid permutation argument `dims` for Permute Layer. The set of indices in `dims` must be consecutive and ' +
        'start from 1. Received dims=(1, 1, 2)',
    ],
    [
      'Cropping that leaves nothing',
      step('Cropping2D', [[3, 4]]),
      map,
      'Values in `cropping` argument should be smaller than the corresponding spatial dimension of the input. ' +
        'Received: input_shape=(None, 7, 7, 64), cropping=((3, 3), (4, 4))',
    ],
  ])('%s is refused in the words of Keras', (_case, layer, input, message) => {
    expect(result('keras', layer, input)).toEqual({ refused: message });
  });

  test('a Dense on a map runs, and the trace warns', () => {
    expect(apply('keras', step('Dense', [10]), map)).toMatchObject({
      output: [null, 7, 7, 10],
      warning: expect.stringContaining('the map stays: (7, 7, 10)'),
    });
  });

  test('wrappers: the layer inside for every step, or once in each direction', () => {
    const lstm = step('LSTM', [32], { return_sequences: true });
    const both = { ...step('Bidirectional'), wraps: lstm };
    const summed = { ...step('Bidirectional', [], { merge_mode: 'sum' }), wraps: lstm };
    const steps = { ...step('TimeDistributed'), wraps: step('Dense', [5]) };
    expect(result('keras', both, sequence)).toEqual({ output: [null, 20, 64], weights: [2 * 5248, 0] });
    expect(result('keras', summed, sequence)).toEqual({ output: [null, 20, 32], weights: [2 * 5248, 0] });
    expect(result('keras', steps, sequence)).toEqual({ output: [null, 20, 5], weights: [45, 0] });
    expect(apply('keras', step('Bidirectional'), sequence).problem?.code).toBe('unknown-value');
  });

  test('only a reduction over the whole map counts as pooling', () => {
    const mean = (axis: readonly number[]) =>
      apply('keras', step('keras.ops.mean', [], { axis }), map).pooling;
    expect(mean([1, 2])).toBe(true);
    expect(mean([-1])).toBe(false);
  });
});

describe('layers of Keras that join branches', () => {
  test.each([
    ['Add', step('Add'), [map, map], map],
    ['Add repeats sizes of 1', step('Add'), [map, [null, 1, 1, 64]], map],
    ['Multiply', step('Multiply'), [map, map], map],
    ['Concatenate', step('Concatenate'), [map, [null, 7, 7, 32]], [null, 7, 7, 96]],
    ['Concatenate along the height', step('Concatenate', [1]), [map, [null, 3, 7, 64]], [null, 10, 7, 64]],
    [
      'Dot',
      step('Dot', [1]),
      [
        [null, 8],
        [null, 8],
      ],
      [null, 1],
    ],
  ])('%s', (_case, layer, inputs, output) => {
    expect(result('keras', layer, ...inputs)).toEqual({ output, weights: [0, 0] });
  });

  test('a map that lost an odd row no longer fits', () => {
    expect(result('keras', step('Concatenate'), [null, 14, 14, 8], [null, 13, 13, 8])).toEqual({
      refused:
        'A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. ' +
        'Received: input_shape=[(None, 14, 14, 8), (None, 13, 13, 8)]',
    });
    expect(result('keras', step('Add'), [null, 14, 14, 8], [null, 14, 14, 16])).toEqual({
      refused: 'Inputs have incompatible shapes. Received shapes (14, 14, 8) and (14, 14, 16)',
    });
  });

  test('one branch alone is no merge', () => {
    expect(apply('keras', step('Add'), map).problem?.code).toBe('wrong-input-count');
  });
});
