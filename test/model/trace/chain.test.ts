import { describe, expect, test } from 'vitest';
import { inOwnForm, type Step, type Trace, traceChain } from '../../../src/model/index.ts';
import { step } from '../steps.ts';

const shapes = (trace: Trace) => trace.layers.map(({ output }) => output && inOwnForm(trace, output));
const last = (trace: Trace) => trace.layers.at(-1);

/** The convolutional network of PyTorch's MNIST example. */
const mnist: readonly Step[] = [
  step('nn.Conv2d', [1, 32, 3, 1]),
  step('F.relu'),
  step('nn.Conv2d', [32, 64, 3, 1]),
  step('F.relu'),
  step('F.max_pool2d', [2]),
  step('torch.flatten', [{ source: 'x' }, 1]),
  step('nn.Linear', [9216, 128]),
  step('nn.Linear', [128, 10]),
  step('F.log_softmax', [], { dim: 1 }),
];

describe('a chain of layers', () => {
  test('PyTorch on 1x28x28: shapes without the batch, 1,199,882 weights', () => {
    const trace = traceChain(mnist, 'torch', [1, 28, 28]);
    expect(shapes(trace)).toEqual([
      [32, 26, 26],
      [32, 26, 26],
      [64, 24, 24],
      [64, 24, 24],
      [64, 12, 12],
      [9216],
      [128],
      [10],
      [10],
    ]);
    expect(trace.parameters).toEqual({ trainable: 1_199_882, nonTrainable: 0 });
    expect(trace.layers.map(({ pooling }) => pooling).indexOf(true)).toBe(4);
  });

  test('a batch that is given stays', () => {
    const trace = traceChain(mnist, 'torch', [64, 1, 28, 28]);
    expect(trace.output).toEqual([64, 10]);
    expect(shapes(trace).at(4)).toEqual([64, 64, 12, 12]);
  });

  test('an image too small for the fixed in_features ends at that layer', () => {
    const trace = traceChain(mnist, 'torch', [1, 1, 24, 24]);
    expect(last(trace)).toMatchObject({
      name: 'Linear',
      output: null,
      problem: {
        code: 'wrong-features',
        message: 'mat1 and mat2 shapes cannot be multiplied (1x6400 and 9216x128)',
        advice: '6400 numbers come in here: in_features=6400 fits them.',
      },
    });
    expect(trace.unreached).toBe(2);
    expect(trace.output).toBeNull();
  });

  test('Keras adds its open batch; BatchNormalization has two kinds of weights', () => {
    const trace = traceChain(
      [
        step('Conv2D', [32, 3], { activation: 'relu' }),
        step('MaxPooling2D'),
        step('BatchNormalization'),
        step('Flatten'),
        step('Dropout', [0.5]),
        step('Dense', [10]),
      ],
      'keras',
      [28, 28, 1],
    );
    expect(trace.form).toEqual({ shape: [null, 28, 28, 1], batchAdded: true, channelsAdded: false });
    expect(trace.output).toEqual([null, 10]);
    expect(trace.parameters).toEqual({ trainable: 54_474, nonTrainable: 64 });
  });

  test('the input that the model names itself', () => {
    const layers = [step('Conv2D', [8, 3]), step('GlobalAveragePooling2D')];
    const withInput = traceChain([step('keras.Input', [[32, 32, 3]]), ...layers], 'keras', null);
    const withShape = traceChain([step('Conv2D', [8, 3], { input_shape: [32, 32, 3] })], 'keras', null);
    expect(withInput.layers.map(({ output }) => output)).toEqual([
      [null, 30, 30, 8],
      [null, 8],
    ]);
    expect(withShape.output).toEqual([null, 30, 30, 8]);
  });

  test('a vocabulary is no input shape, the length of a text is', () => {
    const text = step('Embedding', [], { input_dim: 1000, output_dim: 16, input_length: 50 });
    expect(
      traceChain([text, step('GlobalAveragePooling1D')], 'keras', null).layers.map(({ output }) => output),
    ).toEqual([
      [null, 50, 16],
      [null, 16],
    ]);
    const words = step('Embedding', [1000, 16]);
    expect(traceChain([words, step('LSTM', [8])], 'keras', [50]).output).toEqual([null, 8]);
    expect(traceChain([step('Dense', [4], { input_dim: 10 })], 'keras', null).output).toEqual([null, 4]);
  });

  test('nothing but height and width: channels stay open until a layer says', () => {
    const pools = Array.from({ length: 3 }, () => step('MaxPooling2D', [2]));
    expect(shapes(traceChain(pools, null, [200, 100]))).toEqual([
      [100, 50],
      [50, 25],
      [25, 12],
    ]);
    const trace = traceChain([step('MaxPooling2D', [2]), step('Conv2D', [8, 3])], 'keras', [20, 20]);
    expect(shapes(trace)).toEqual([
      [10, 10],
      [8, 8, 8],
    ]);
    expect(trace.parameters.trainable).toBeNull();
  });

  test('no input at all: the sizes stay open, the weights of PyTorch are known', () => {
    const trace = traceChain(mnist.slice(0, 5), 'torch', null);
    expect(trace.output).toEqual([null, 64, null, null]);
    expect(trace.parameters.trainable).toBe(320 + 18_496);
  });

  test('an unknown layer is named, and the trace ends there', () => {
    const trace = traceChain(
      [step('Conv2D', [8, 3]), step('MysteryBlock', [4]), step('Flatten')],
      'keras',
      [8, 8, 1],
    );
    expect(last(trace)).toMatchObject({ name: 'MysteryBlock', problem: { code: 'unknown-layer' } });
    expect(trace.unreached).toBe(1);
  });

  test('a pooling layer that fails carries its framework’s refusal', () => {
    const trace = traceChain([step('MaxPool2d', [2]), step('MaxPool2d', [2])], 'torch', [1, 3, 3]);
    expect(last(trace)).toMatchObject({ pooling: true, output: null, problem: { code: 'window-too-large' } });
  });

  test('Flatten in front: the reading that runs is the one that is meant', () => {
    const layers = [step('nn.Flatten'), step('nn.Linear', [784, 10])];
    expect(traceChain(layers, 'torch', [28, 28]).output).toEqual([null, 10]);
    expect(traceChain(layers, 'torch', [32, 784]).output).toEqual([32, 10]);
  });

  test('a layer used twice counts its weights once', () => {
    const shared = { ...step('Dense', [16]), instance: 'shared' };
    expect(traceChain([shared, shared], 'keras', [16]).parameters.trainable).toBe(16 * 16 + 16);
  });
});
