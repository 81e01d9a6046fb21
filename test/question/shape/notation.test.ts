import { expect, test } from 'vitest';
import { readQuestion } from '../../../src/question/index.ts';

const first = (text: string) => {
  const [input] = readQuestion({ text }).inputs;
  return input === undefined ? null : { shape: input.shape, axes: input.axes?.join(' ') ?? null };
};

test.each([
  ['7x7x1024', [7, 7, 1024]],
  ['28*28*3', [28, 28, 3]],
  ['300×300×3', [300, 300, 3]],
  ['512X6X6', [512, 6, 6]],
  ['(None, 7, 7, 2048)', [null, 7, 7, 2048]],
  ['[?,1,224,128]', [null, 1, 224, 128]],
  ['[-1, 128, 1, 32]', [null, 128, 1, 32]],
  ['torch.Size([1, 64, 128, 64])', [1, 64, 128, 64]],
  ['an 8,8,128 tensor', [8, 8, 128]],
  ['a map of 8 by 8', [8, 8]],
  ['input_shape=(28,28,1)', [28, 28, 1]],
  ['Input(shape=(32, 32, 3))', [null, 32, 32, 3]],
  ['np.zeros((2, 9, 9, 4))', [2, 9, 9, 4]],
  ['torch.randn(1, 3, 20, 20)', [1, 3, 20, 20]],
  ['x.shape == (4, 5, 6, 7)', [4, 5, 6, 7]],
  ['(N, 16, 16, 3)', [null, 16, 16, 3]],
  ['shape: 28, 28, 3', [28, 28, 3]],
  ['224px x 224px x 3', [224, 224, 3]],
])('a layer on %s', (written, shape) => {
  expect(first(`what does GlobalAveragePooling2D give for ${written}`)?.shape).toEqual(shape);
});

test.each([
  ['4 (height) x 5 (width) x 6 (channels)', [4, 5, 6], 'height width channels'],
  ['1 x 4 (channels)', [1, 4], 'steps channels'],
  ['512@2x7x7', [512, 2, 7, 7], 'channels depth height width'],
  ['(batch, steps, features) = (16, 250, 48)', [16, 250, 48], 'batch steps channels'],
  ['NxCxHxW = 8x3x32x64', [8, 3, 32, 64], 'batch channels height width'],
  ['(H=32, W=48, C=16)', [32, 48, 16], 'height width channels'],
  ['a batch of 32 RGB images of 224x224', [32, 224, 224, 3], 'batch height width channels'],
  ['64 feature maps of 28x28', [28, 28, 64], 'height width channels'],
  ['a grayscale 28x28 image', [28, 28, 1], 'height width channels'],
  ['height 10, width 12, 3 channels', [10, 12, 3], 'height width channels'],
  ['100 timesteps with 8 features', [100, 8], 'steps channels'],
])('the axes of %s have names', (written, shape, axes) => {
  expect(first(`global average pooling of ${written}`)).toEqual({ shape, axes });
});

test.each([
  ['0x4x4', '0'],
  ['4x-2x3', '-2'],
  ['2.5x3x3', '2.5'],
  ['9999999999x4x4', '9999999999'],
])('%s is no shape, and the answer says which size is none', (written, size) => {
  const question = readQuestion({ text: `MaxPooling2D(2) on ${written}` });
  expect(question).toMatchObject({ kind: 'unknown', unread: { reason: 'bad-shape', written } });
  expect(JSON.stringify(question)).toContain(`"problem":"${size} `);
});

test('a window beside its layer is no input', () => {
  for (const text of [
    '2x2 max pool on 8x8x3',
    'max pool 2x2 on 8x8x3',
    'max pool of 8x8x3 with a 2x2 window',
  ]) {
    expect(readQuestion({ text }).inputs.map(({ shape }) => shape)).toEqual([[8, 8, 3]]);
  }
});
