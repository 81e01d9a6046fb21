import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reply } from './said.ts';

describe('the derivation', () => {
  test.each([
    [
      'MaxPooling2D(3, strides=2) on 28x28x64',
      'height ⌊(28 − 3) / 2⌋ + 1 = 13 (the last cell is in no window)',
    ],
    ['AveragePooling2D(2, padding="same") on 5x5x3', 'height ⌈5 / 2⌉ = 3, padded with 0 before and 1 after'],
    ['nn.MaxPool2d(3, stride=2, padding=1) on [1, 8, 90, 90]', 'height ⌊(90 + 2 − 3) / 2⌋ + 1 = 45'],
    [
      'nn.MaxPool2d(3, stride=1, dilation=2) on [1, 3, 24, 24]',
      'height ⌊(24 − 2 · (3 − 1) − 1) / 1⌋ + 1 = 20',
    ],
    [
      'nn.MaxPool2d(2, ceil_mode=True) on [1, 1, 27, 27]',
      'height ⌈(27 − 2) / 2⌉ + 1 = 14 (the last window hangs',
    ],
    ['nn.AdaptiveAvgPool2d(3) on [1, 2, 7, 7]', 'height 7 → 3, in bins 0–2, 2–4, 4–6'],
    ['GlobalAveragePooling2D on 7x7x512', 'height 7 cells become one number; the axis goes away'],
    ['GlobalAveragePooling2D on (None, None, 7, 512)', 'height cells, however many, become one number'],
    ['nn.MaxUnpool2d(2) on [1, 8, 11, 13]', 'height (11 − 1) · 2 + 2 = 22'],
  ])('of %s', (question, line) => {
    expect(reply(question).words).toContain(line);
  });

  test('puts the very numbers in, whatever they are', () => {
    const size = fc.integer({ min: 1, max: 500 });
    const property = fc.property(
      size,
      size,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      (h, w, k, s) => {
        fc.pre(k <= Math.min(h, w));
        const { words, heading } = reply(`MaxPooling2D(${k}, strides=${s}) on ${h}x${w}x7`);
        const [rows, columns] = [h, w].map((n) => Math.floor((n - k) / s) + 1);
        expect(heading).toBe(`${rows} × ${columns} × 7`);
        expect(words).toContain(`height ⌊(${h} − ${k}) / ${s}⌋ + 1 = ${rows}`);
        expect(words).toContain(`width ⌊(${w} − ${k}) / ${s}⌋ + 1 = ${columns}`);
      },
    );
    fc.assert(property, { numRuns: 40 });
  });
});

test('the result is the title, in the asker’s own form, with the framework’s beside it', () => {
  const { heading, words } = reply('AveragePooling2D(2) on 4x4x4');
  expect(heading).toBe('2 × 2 × 4');
  expect(words).toContain('As Keras has it: (None, 4, 4, 4) → (None, 2, 2, 4).');
});

test('short at first; values, picture and code come when asked for, all of them with more', () => {
  const kinds = (show: 'short' | 'values' | 'picture' | 'code' | 'more') =>
    new Set(reply('AveragePooling2D(2) on 5x5x4', { show }).blocks.map(({ kind }) => kind));
  expect([...kinds('short')]).toEqual(['steps', 'text']);
  expect(kinds('values')).toContain('table');
  expect(kinds('picture')).toContain('picture');
  expect(kinds('code')).toContain('code');
  expect(kinds('more')).toEqual(new Set(['steps', 'text', 'table', 'picture', 'code']));
});

test('every button asks again with one thing changed, and works on its own', () => {
  const { actions } = reply('AveragePooling2D(2) on 4x4x4');
  expect(actions.map(({ label }) => label)).toEqual([
    'values',
    'picture',
    'code',
    'more',
    'read as channels_first',
    'compare with global',
    'as PyTorch',
  ]);
  const switched = actions.find(({ label }) => label === 'read as channels_first');
  const { question, data_format } = switched?.kind === 'ask' ? switched.options : {};
  expect(reply(String(question), { set: { layout: 'channels_first' } }).heading).toBe('4 × 2 × 2');
  expect(data_format).toBe('channels_first');
});

test('no assumption on the layout where the framework has only one', () => {
  expect(reply('nn.AvgPool2d(2) on [8, 3, 5, 5]').assumptions).toEqual([]);
});

test('a shape beyond 2^53 numbers is stated, and that its values are out of reach', () => {
  const { heading, words } = reply('AveragePooling2D(2) on (1000000, 1000000, 1000000, 3)');
  expect(heading).toBe('(1000000, 500000, 500000, 3)');
  expect(words).toContain('more than 2^53 numbers');
});

test('where frameworks differ on NaN, the reply says so', () => {
  expect(reply('nn.MaxPool1d(2) on [1, nan, 3, 4]').words).toContain(
    'TensorFlow’s max pooling on the CPU passes over it',
  );
});

test('a version trap is told when the question touches it, and only then', () => {
  const trap = 'fails in a model and in compute_output_shape';
  expect(reply('MaxPooling2D(2, padding="SAME") on 5x5x3').words).toContain(trap);
  expect(reply('MaxPooling2D(2, padding="same") on 5x5x3').words).not.toContain(trap);
});
