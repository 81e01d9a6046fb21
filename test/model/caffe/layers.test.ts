import { describe, expect, test } from 'vitest';
import { inOwnForm, traceChain } from '../../../src/model/index.ts';
import { result } from '../apply.ts';
import { step } from '../steps.ts';

describe('layers of Caffe', () => {
  /** The network of Caffe's MNIST tutorial. */
  test('LeNet: 431,080 weights', () => {
    const trace = traceChain(
      [
        step('Convolution', [], { num_output: 20, kernel_size: 5, stride: 1 }),
        step('Pooling', [], { pool: 'MAX', kernel_size: 2, stride: 2 }),
        step('Convolution', [], { num_output: 50, kernel_size: 5 }),
        step('Pooling', [], { kernel_size: 2, stride: 2 }),
        step('InnerProduct', [], { num_output: 500 }),
        step('ReLU'),
        step('InnerProduct', [], { num_output: 10 }),
        step('SoftmaxWithLoss'),
      ],
      'caffe',
      [64, 1, 28, 28],
    );
    expect(trace.layers.map(({ output }) => output).slice(0, 5)).toEqual([
      [64, 20, 24, 24],
      [64, 20, 12, 12],
      [64, 50, 8, 8],
      [64, 50, 4, 4],
      [64, 500],
    ]);
    expect(trace.parameters).toEqual({ trainable: 431_080, nonTrainable: 0 });
  });

  test('a convolution rounds down where a pool rounds up', () => {
    const trace = traceChain(
      [
        step('Convolution', [], { num_output: 4, kernel_size: 3, stride: 2 }),
        step('Pooling', [], { kernel_size: 3, stride: 2 }),
      ],
      'caffe',
      [28, 28],
    );
    expect(trace.layers.map(({ output }) => output && inOwnForm(trace, output))).toEqual([
      [4, 13, 13],
      [4, 6, 6],
    ]);
    expect(result('caffe', step('Pooling', [], { kernel_size: 3, stride: 2 }), [1, 4, 14, 14])).toMatchObject(
      {
        output: [1, 4, 7, 7],
      },
    );
  });

  test('groups, a side each, and what is kept without being learned', () => {
    const grouped = step('Convolution', [], { num_output: 8, kernel_h: 3, kernel_w: 1, group: 2, pad_h: 1 });
    expect(result('caffe', grouped, [1, 4, 9, 9])).toEqual({
      output: [1, 8, 9, 9],
      weights: [8 * (2 * 3 + 1), 0],
    });
    expect(result('caffe', step('BatchNorm'), [1, 4, 9, 9])).toEqual({
      output: [1, 4, 9, 9],
      weights: [0, 9],
    });
    expect(result('caffe', step('Scale', [], { bias_term: true }), [1, 4, 9, 9])).toMatchObject({
      weights: [8, 0],
    });
    expect(result('caffe', step('Concat'), [1, 4, 9, 9], [1, 2, 9, 9])).toMatchObject({
      output: [1, 6, 9, 9],
    });
  });

  test('a layer that the text does not finish', () => {
    expect(result('caffe', step('Convolution', [], { num_output: 8 }), [1, 4, 9, 9])).toEqual({
      refused: 'Convolution needs kernel_size, or kernel_h and kernel_w.',
    });
  });
});
