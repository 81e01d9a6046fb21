import { describe, expect, test } from 'vitest';
import { reply } from './said.ts';

describe('the arithmetic of one window', () => {
  test.each([
    ['AveragePooling2D(2) on [[1,2],[3,4]]', '(1 + 2 + 3 + 4) / 4 = 2.5.'],
    ['GlobalAveragePooling1D on [3, 5, 9] with mask [True, False, True]', '(3 + 9) / 2 = 6.'],
    ['GlobalAveragePooling1D on [3, 5] with mask [True, False]', '3 / 1 = 3.'],
    [
      'nn.AvgPool1d(2)(torch.tensor([[3, 4, 1, 2]], dtype=torch.int64))',
      '(3 + 4) / 2 = 3.5, cut off to 3; (1 + 2) / 2 = 1.5, cut off to 1.',
    ],
    [
      'torch max pool 2x2 channels last [[[1,10],[2,20]],[[3,30],[4,40]],[[5,50],[6,60]],[[7,70],[8,80]]]',
      'max(1, 2, 3, 4) = 4; max(5, 6, 7, 8) = 8.',
    ],
  ])('of %s', (question, line) => {
    expect(reply(question).words).toContain(line);
  });
});

test('a minus before an infinity counts', () => {
  expect(reply('AvgPool1d(2) on [inf, 1, -inf, inf]').heading).toBe('∞, NaN');
  expect(reply('MaxPool1d(2) torch on [-inf, -inf, -3, -inf]').heading).toBe('−∞, −3');
});

test('a mask is shown, and no picture of the whole map stands beside it', () => {
  const { words } = reply('GlobalAveragePooling1D on [3, 5] with mask [True, False]', { show: 'more' });
  expect(words).toContain('Mask: True, False.');
  expect(words).toContain('In each channel the steps that the mask leaves in become their mean.');
  expect(words).not.toContain('3 + 5');
});

test('the gradient that arrives is shown, and said to be ours where none was given', () => {
  expect(reply('gradient of max pool 2x2 for [[1,9],[3,4]] upstream 5').words).toContain(
    'The gradient that arrives at the output: 5.',
  );
  expect(reply('max pool gradient for [[2,5],[7,2]] kernel 2 in pytorch').words).toContain(
    'The gradient that arrives at the output: 1, since none was given.',
  );
});

test('the input stands as it was written, a lone channel without columns of its own', () => {
  const { words } = reply('AveragePooling2D(2) on np.arange(16.).reshape(1,4,4,1)');
  expect(words).toContain('Input:\n 0   1   2   3\n 4   5   6   7');
  expect(reply('torch max pool 2x2 channels last [[[1,10],[2,20]],[[3,30],[4,40]]]').words).toContain(
    'Input:\n1  10\n2  20\n3  30\n4  40',
  );
});

describe('what the asker may have meant otherwise is said', () => {
  test('sizes of an image in PyTorch’s order', () => {
    expect(reply('nn.MaxPool2d(2) on 32x32x3').words).toContain(
      'channels stand in front, as PyTorch has them',
    );
    expect(reply('nn.MaxPool2d(2) on 3x32x32').words).not.toContain('channels stand in front');
  });

  test('whole numbers in code, where an average would cut them off', () => {
    const averaged = reply('nn.AvgPool1d(2)(torch.tensor([[3, 4, 1, 2]]))');
    expect(averaged.words).toContain('PyTorch would cut the averages off to whole numbers');
    expect(reply('nn.MaxPool1d(2)(torch.tensor([[3, 4, 1, 2]]))').words).not.toContain('floats');
    expect(reply('nn.AvgPool1d(2)(torch.tensor([[3., 4, 1, 2]]))').words).not.toContain('floats');
  });
});

test('a framework whose layers we don’t have is named beside the rules that were taken', () => {
  expect(reply('paddle nn.MaxPool2D(2) on (1,3,9,9)').words).toContain(
    'PyTorch rules: PaddlePaddle’s own defaults and rounding may differ',
  );
  expect(reply('nn.MaxPool2d(2) on (1,3,9,9)').words).not.toContain('own defaults');
});

test('two inputs of one layer are told apart, and the layer is written once', () => {
  const { words } = reply('MaxPooling2D(2) on 8x8x3 or 16x16x3?', { show: 'more' });
  expect(words).toContain('I read MaxPooling2D(pool_size=2) on 8 × 8 × 3 and 16 × 16 × 3, height');
  expect(words).toContain('MaxPooling2D(pool_size=2) on 16 × 16 × 3: 8 × 8 × 3');
  expect(words.split('layers.MaxPooling2D(pool_size=2)')).toHaveLength(2);
});

test('where the framework that was named lacks the layer, the answer says whose it took', () => {
  expect(reply('onnx adaptive average pooling to 3 on 1x8x9x9').words).toContain(
    'the layer of Keras, since ONNX has none of this kind',
  );
  expect(reply('onnx average pooling 3x3 on 1x8x9x9').words).not.toContain('none of this kind');
});

describe('a gradient that is asked for on a bare shape is shown on one channel of it', () => {
  test.each([
    ['Gradient of AveragePooling2D(2) on 4x4', 'Each input gets 1/4 of what arrives at its window', '0.25'],
    // Two windows of 9 share the middle row and column.
    [
      'what gradient does each input of AvgPool2d(3, stride=2) get on 5x5?',
      'What flows back through a map of 5 × 5',
      '0.22222  0.22222  0.44444  0.22222  0.22222',
    ],
    [
      'gradient of GlobalAveragePooling2D on 7x7x512',
      'Each input gets 1/49 of what arrives at its window',
      '0.020408',
    ],
  ])('%s', (question, heading, line) => {
    const { heading: title, words } = reply(question);
    expect(title).toBe(heading);
    expect(words).toContain(line);
    expect(words).toContain('since none were given');
  });
});

test('a short list under a gradient is numbers, and no shape', () => {
  // Windows (1, 5) and (5, 2): the middle cell wins both.
  expect(reply('MaxPool1d(2, stride=1) backward on [1, 5, 2] with ones').words).toContain(
    'Gradient for the input:\n0  2  0',
  );
});

test('a large map has a gradient too, and training is no layer', () => {
  expect(reply('gradient of AvgPool2d(2) on 1x3x224x224').heading).toBe(
    'Each input gets 1/4 of what arrives at its window',
  );
  expect(reply('gradient checkpointing with MaxPool2d(2) on 1x3x224x224?').heading).toBe('(1, 3, 112, 112)');
});
