import { expect, test } from 'vitest';
import { correctWord } from '../../../src/question/words/typos.ts';

test.each([
  ['averge', 'average'],
  ['poling', 'pooling'],
  ['chanels', 'channels'],
  ['widht', 'width'],
  ['gloabl', 'global'],
  ['recptive', 'receptive'],
  ['maximun', 'maximum'],
  ['feild', 'field'],
])('%s is read as %s', (written, meant) => {
  expect(correctWord(written)).toBe(meant);
});

test.each(['polling', 'later', 'string', 'adding', 'window', 'share', 'with', 'loss', 'redis'])(
  '%s is a word of its own',
  (word) => {
    expect(correctWord(word)).toBe(word);
  },
);
