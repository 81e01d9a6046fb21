import { expect, test } from 'vitest';
import { repr } from '../../../src/frameworks/index.ts';
import { type Question, type Request, readQuestion } from '../../../src/question/index.ts';

/** The calls of a question as source code. */
const callsOf = ({ calls }: Question): readonly string[] =>
  calls.map(({ layer, given }) => {
    const args = given.map(({ name, value }) => (name === null ? '' : `${name}=`) + repr(value));
    return `${layer.framework}.${layer.name}(${args.join(', ')})`;
  });
const calls = (text: string, request: Partial<Request> = {}) => callsOf(readQuestion({ text, ...request }));

test.each([
  ['max pool 2x2 stride 2 on 8x8x3', 'keras.MaxPooling2D(strides=2, pool_size=(2, 2))'],
  ['average pool with pool size 3 on 9x9x1', 'keras.AveragePooling2D(pool_size=3)'],
  ['f=2 s=2 max pooling on 8x8x1', 'keras.MaxPooling2D(pool_size=2, strides=2)'],
  ['3x3/2 max pool on 9x9x1', 'keras.MaxPooling2D(strides=2, pool_size=(3, 3))'],
  ['GAP on 7x7x512', 'keras.GlobalAveragePooling2D()'],
  ['GMP with keepdims on 7x7x512', 'keras.GlobalMaxPooling2D(keepdims=True)'],
  ['global average pooling 1d on (4, 10, 8)', 'keras.GlobalAveragePooling1D()'],
  ['max pool 2x2 in pytorch on 1x3x8x8', 'torch.MaxPool2d(kernel_size=(2, 2))'],
  ['global average pooling in torch on [1, 8, 7, 7]', 'torch.AdaptiveAvgPool2d(output_size=1)'],
  ['adaptive max pool to 6 in pytorch on [1, 4, 9, 9]', 'torch.AdaptiveMaxPool2d(output_size=6)'],
  ['max pool 3x3 dilation 2 stride 1 on 9x9x1', 'torch.MaxPool2d(dilation=2, stride=1, kernel_size=(3, 3))'],
  ['max pool 2x2 with same padding on 5x5x1', "keras.MaxPooling2D(padding='same', pool_size=(2, 2))"],
  [
    'tf.nn.max_pool2d with ksize 2 on [1, 8, 8, 3]',
    "tensorflow.max_pool2d(ksize=2, strides=2, padding='VALID')",
  ],
  ['averagepooling2d with pool_size=2 on 8x8x1', 'keras.AveragePooling2D(pool_size=2)'],
  ['MaxPooling2D((2,2), border_mode="same") on 5x5x3', "keras.MaxPooling2D((2, 2), padding='same')"],
  [
    'MaxPooling2D() all defaults, channels_first, (None, 3, 8, 8)',
    "keras.MaxPooling2D(data_format='channels_first')",
  ],
  ['F.max_unpool2d with kernel 2 stride 2 on [1, 8, 11, 13]', 'torch.max_unpool2d(kernel_size=2, stride=2)'],
])('%s', (text, call) => {
  expect(calls(text)).toEqual([call]);
});

test('a call with parentheses is taken at its word', () => {
  const question = readQuestion({ text: 'AveragePooling2D() on 4x4x4' });
  expect(question.kind).toBe('shape');
  expect(question.applications[0]?.configuration).toMatchObject({ ok: false, code: 'missing-argument' });
});

test('a name or plain English without a window asks for it', () => {
  for (const text of ['AveragePooling2D on 4x4x4', 'average pooling of 4x4x4, which shape?']) {
    expect(readQuestion({ text })).toMatchObject({
      unread: { reason: 'incomplete', missing: ['pool-size'] },
    });
  }
});

test('a misspelt class is not guessed; near names are offered', () => {
  const question = readQuestion({ text: 'MaxPoolng2D(2) on 8x8x3' });
  expect(question).toMatchObject({
    kind: 'unknown',
    unread: { reason: 'unknown-layer', name: 'MaxPoolng2D' },
  });
  expect(JSON.stringify(question)).toContain('"MaxPooling2D"');
});

test('each layer gets the arguments of its own clause', () => {
  expect(calls('max pool 2x2 stride 1 and average pool 3x3 stride 3 on 9x9x1')).toEqual([
    'keras.MaxPooling2D(strides=1, pool_size=(2, 2))',
    'keras.AveragePooling2D(strides=3, pool_size=(3, 3))',
  ]);
});

test('typed options and buttons override the text', () => {
  const text = 'AveragePooling2D(2) on 4x4x4';
  expect(calls(text, { set: { layer: 'MaxPooling2D' } })).toEqual(['keras.MaxPooling2D(pool_size=2)']);
  expect(calls(text, { set: { arguments: { strides: '1', padding: 'same' } } })).toEqual([
    "keras.AveragePooling2D(pool_size=2, strides=1, padding='same')",
  ]);
  expect(calls(text, { framework: 'torch' })).toEqual(['torch.AvgPool2d(kernel_size=2)']);
  expect(calls(text, { framework: 'onnx' })).toEqual([
    'onnx.AveragePool(kernel_shape=[2, 2], strides=[2, 2])',
  ]);
  expect(readQuestion({ text, set: { shape: '8x8x3' } }).inputs[0]?.shape).toEqual([8, 8, 3]);
  expect(
    calls('', { set: { layer: 'nn.MaxPool2d', shape: '1x3x8x8', arguments: { kernel_size: '2' } } }),
  ).toEqual(['torch.MaxPool2d(kernel_size=2)']);
});
