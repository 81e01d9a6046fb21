import { describe, expect, test } from 'vitest';
import { reply } from './said.ts';

describe('a layer that its framework refuses', () => {
  test.each([
    [
      'AveragePooling2D(6) on 5x5x1',
      'Computed output size would be zero or negative',
      'A pool_size of 5 or less fits',
    ],
    ['AveragePooling2D() on 5x5x1', 'missing 1 required positional argument', 'pool_size=2'],
    ['nn.AvgPool2d(2, padding=2) on [1, 3, 8, 8]', 'pad should be at most half', 'at most 1'],
    ['GlobalAveragePooling2D() on (None, 49, 768)', 'expected ndim=4, found ndim=3', '4'],
  ])('%s: its own message inside our sentence with a way out', (question, message, advice) => {
    const { words, visibility } = reply(question);
    expect(words).toContain(message);
    expect(words).toContain(advice);
    expect(visibility).toBe('private');
  });
});

describe('what can’t be answered says so, and states no result', () => {
  test.each([
    ['', 'Ask me something about a pooling layer'],
    ['x'.repeat(16_001), 'That is more text than I read at once'],
    ['how many lanes does an olympic swimming pool have', 'That is not about pooling layers'],
    ['what accuracy will I get if I swap Flatten for GAP?', 'I can’t compute that'],
    ['my output shape is wrong, why?', 'I need a little more'],
    ['MaxPoling2D(2) on 8x8x3', 'MaxPool'],
    ['MaxPooling2D(2) on 0x4x4', '0'],
  ])('%.40s', (question, words) => {
    const message = reply(question);
    expect(message.words).toContain(words);
    expect(message.visibility === 'private' || message.heading !== '').toBe(true);
  });
});

describe('a pasted error is explained with its own numbers', () => {
  test.each([
    [
      "Negative dimension size caused by subtracting 4 from 3 for '{{node average_pooling2d_5/AvgPool}}' with input shapes: [?,3,3,128]",
      ['a window of 4', '3 × 3', 'up to 3 fits'],
    ],
    [
      'mat1 and mat2 shapes cannot be multiplied (32x1152 and 2048x10)',
      ['1,152 numbers arrive', '2,048', '128 channels', 'nn.Linear(1152, 10)'],
    ],
    [
      'pad should be at most half of effective kernel size, but got pad=2, kernel_size=3 and dilation=1',
      ['Padding 2', 'padding=1'],
    ],
    ['expected ndim=4, found ndim=2 on AveragePooling2D', ['4 axes and got 2', 'already flat']],
    [
      "tf shape [?,1,64,32] in MaxPool 'subtracting 2 from 1', my data is 3x128x128 torch style",
      ['data format', 'channels_first'],
    ],
  ])('%.60s', (message, parts) => {
    const { words } = reply(message);
    for (const part of parts) expect(words).toContain(part);
  });
});
