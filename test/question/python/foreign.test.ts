import { describe, expect, it } from 'vitest';
import { readCode } from '../../../src/question/python/index.ts';
import { callsIn, shownCalls, stepNames } from './shown.ts';

describe('R', () => {
  const pipe = `
model <- keras_model_sequential() %>%
  layer_conv_2d(filters = 32L, kernel_size = c(3, 3), input_shape = c(28, 28, 1)) %>%  # first
  layer_max_pooling_2d(pool_size = c(2, 2), strides = NULL)
model %>% layer_global_average_pooling_2d(keepdims = TRUE)`;

  it('is read as calls in the order of the pipe', () => {
    expect(callsIn(pipe)).toEqual([
      'keras_model_sequential()',
      'layer_conv_2d(filters=32, kernel_size=(3, 3), input_shape=(28, 28, 1))',
      'layer_max_pooling_2d(pool_size=(2, 2), strides=None)',
      'layer_global_average_pooling_2d(keepdims=True)',
    ]);
  });

  it('names the Python layers and gives the model', () => {
    const program = readCode(pipe);
    expect(program.calls.slice(1).map(({ qualified }) => qualified)).toEqual([
      'keras.layers.Conv2D',
      'keras.layers.MaxPooling2D',
      'keras.layers.GlobalAveragePooling2D',
    ]);
    expect(program.models).toMatchObject([{ name: 'model', inputs: [{ read: { shape: [28, 28, 1] } }] }]);
    expect(stepNames(program, program.models[0])).toHaveLength(3);
  });

  it('reads one layer and the base pipe, and keeps places', () => {
    const source = 'x |> layer_average_pooling_1d(pool_size = c(3))';
    const call = readCode(source).calls.at(-1);
    expect(shownCalls(readCode(source))).toEqual(['layer_average_pooling_1d(pool_size=(3,))']);
    expect(call && source.slice(call.span.start, call.span.end)).toBe(
      'layer_average_pooling_1d(pool_size = c(3))',
    );
  });
});

describe('Caffe prototxt', () => {
  it('is read as a call from a parameter block alone', () => {
    expect(callsIn('pooling_param { pool: MAX kernel_size: 3 stride: 2 }')).toEqual([
      "Pooling(pool='MAX', kernel_size=3, stride=2)",
    ]);
  });

  it('is read as a model with its input', () => {
    const program = readCode(`
name: "net"
input_dim: 1 input_dim: 3 input_dim: 227 input_dim: 227
layer { name: "conv1" type: "Convolution" convolution_param { num_output: 96 kernel_size: 11 stride: 4 } }
layer {
  name: "pool1"  # overlapping
  type: "Pooling"
  pooling_param { pool: AVE kernel_h: 3 kernel_w: 2 global_pooling: false }
}
layers { type: POOLING pooling_param { kernel_size: 2 } }`);
    expect(shownCalls(program)).toEqual([
      'Convolution(num_output=96, kernel_size=11, stride=4)',
      "Pooling(pool='AVE', kernel_h=3, kernel_w=2, global_pooling=False)",
      'Pooling(kernel_size=2)',
    ]);
    expect(program.models).toMatchObject([{ inputs: [{ read: { shape: [1, 3, 227, 227] } }] }]);
    expect(program.calls.map(({ target }) => target)).toEqual(['conv1', 'pool1', null]);
  });

  it('reads the shape of an input layer', () => {
    const source = 'layer { type: "Input" input_param { shape: { dim: 64 dim: 1 dim: 28 dim: 28 } } }';
    expect(readCode(source).shapes).toMatchObject([{ shape: [64, 1, 28, 28], batched: true }]);
    expect(readCode(source).calls).toEqual([]);
  });

  it('is read as far as it goes', () => {
    const program = readCode('layer { type: "Pooling" pooling_param { kernel_size: 3');
    expect(shownCalls(program)).toEqual(['Pooling(kernel_size=3)']);
    expect(program.problems).toMatchObject([{ kind: 'unclosed' }, { kind: 'unclosed' }]);
  });
});
