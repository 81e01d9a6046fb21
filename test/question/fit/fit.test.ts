import { expect, test } from 'vitest';
import { type Request, readQuestion } from '../../../src/question/index.ts';

const fitted = (text: string, request: Partial<Request> = {}) => {
  const [application] = readQuestion({ text, ...request }).applications;
  const input = application?.input;
  return input == null
    ? null
    : { shape: input.shape, batch: input.batchAdded, channels: input.channelsAdded };
};
const attached = (shape: (number | null)[]): Partial<Request> => ({ input: { shape, dtype: 'float32' } });

test.each([
  ['AveragePooling2D(2) on 4x4x4', [null, 4, 4, 4], true, false],
  ['AveragePooling2D(2) on 28x28', [null, 28, 28, 1], true, true],
  ['AveragePooling2D(2) on (None, 4, 4, 4)', [null, 4, 4, 4], false, false],
  ['nn.AvgPool2d(2) on 3x8x8', [3, 8, 8], false, false],
  ['nn.AvgPool2d(2) on 8x8', [1, 1, 8, 8], true, true],
  ['nn.AvgPool2d(2) on [[1,2],[3,4]]', [1, 1, 2, 2], true, true],
  ['AveragePooling2D(2) on [[1,2],[3,4]]', [1, 2, 2, 1], true, true],
  ['MaxPooling1D(2) on the sequence 1 2 3 4', [1, 4, 1], true, true],
  ['onnx MaxPool with kernel_shape=[2,2] on 3x8x8', [1, 3, 8, 8], true, false],
])('%s', (text, shape, batch, channels) => {
  expect(fitted(text)).toEqual({ shape, batch, channels });
});

test('what is sent beside the text is taken literally, but Keras needs its batch', () => {
  expect(fitted('nn.AvgPool2d(2)', attached([4, 4]))).toEqual({
    shape: [4, 4],
    batch: false,
    channels: false,
  });
  expect(fitted('AveragePooling2D(2)', attached([4, 4, 4]))).toEqual({
    shape: [null, 4, 4, 4],
    batch: true,
    channels: false,
  });
  expect(fitted('AveragePooling2D(2)', attached([4, 4]))).toEqual({
    shape: [4, 4],
    batch: false,
    channels: false,
  });
});

test('names decide the layout, then the framework, then the numbers, and what was assumed is said', () => {
  const named = readQuestion({ text: 'max pool 2x2 on (batch, channels, height, width) = (8, 3, 10, 12)' });
  expect(named.applications[0]?.call.given.at(-1)).toEqual({
    name: 'data_format',
    value: { type: 'str', value: 'channels_first' },
  });
  expect(named.assumptions.some(({ kind }) => kind === 'layout')).toBe(false);
  const keras = readQuestion({ text: 'MaxPooling2D(2) on 64x32x32' });
  expect(keras.assumptions).toContainEqual({ kind: 'layout', layout: 'channels_last', because: 'framework' });
  const guessed = readQuestion({ text: 'max pool 2x2 on 64x32x32' });
  expect(guessed.assumptions).toContainEqual({
    kind: 'layout',
    layout: 'channels_first',
    because: 'default',
  });
});

test("arguments that only PyTorch has are computed in the asker's order of axes", () => {
  const [application] = readQuestion({ text: 'max pool 3x3 stride 2 padding 1 on 7x7x64' }).applications;
  expect(application?.call.layer.name).toBe('MaxPool2d');
  expect(application?.input).toMatchObject({ shape: [64, 7, 7], order: [2, 0, 1] });
});

test('values are turned with their axes', () => {
  const text = 'nn.MaxPool2d(1) on an array of height x width x channels [[[1, 2], [3, 4], [5, 6]]]';
  const [application] = readQuestion({ text, set: { layout: 'channels_last' } }).applications;
  expect(application?.input?.shape).toEqual([2, 1, 3]);
  expect([...(application?.input?.values ?? [])]).toEqual([1, 3, 5, 2, 4, 6]);
});
