import { expect, test } from 'vitest';
import { scan } from '../../../src/question/words/scan.ts';

const words = (text: string) => scan(text).map(({ word }) => word);

test.each([
  ['7x7x1024', ['7', 'x', '7', 'x', '1024']],
  ['300×300', ['300', 'x', '300']],
  ['pool2x2 conv3x3', ['pool', '2', 'x', '2', 'conv', '3', 'x', '3']],
  ['MaxPool2d', ['maxpool2d']],
  ['max-pool, channels-last', ['max', 'pool', ',', 'channels', 'last']],
  ['-5 -3 -9', ['-5', '-3', '-9']],
  ['n-1', ['n', '-', '1']],
  ['[-1, ?, None]', ['[', '-1', ',', '?', ',', 'none', ']']],
  ['a → b => c --> d', ['a', '->', 'b', '->', 'c', '->', 'd']],
  ["padding='same' doesn't", ['padding', '=', 'same', 'doesnt']],
  ['[1., 2.]', ['[', '1.', ',', '2.', ']']],
])('%s is cut into its words, numbers and signs', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('every token stands where it says it does', () => {
  const text = 'AvgPool2d(2) — “same” on 512@2x7x7, ok?';
  for (const { text: written, start, end } of scan(text)) expect(text.slice(start, end)).toBe(written);
});
