import { expect, test } from 'vitest';
import { inContext } from '../../src/command/follow-up.ts';

const earlier = 'AveragePooling2D(2) on 5x5x4';
const read = (text: string) => inContext({ text }, earlier).text;

test.each(['and with padding same?', 'what about strides=1', 'and in pytorch?', 'and on 8x8x3?'])(
  '"%s" goes on from the question before',
  (text) => {
    expect(read(text)).toBe(`${earlier} ${text}`);
  },
);

test.each([
  ['thanks!', 'asks nothing new'],
  ['GlobalAveragePooling2D on 7x7x64', 'is whole by itself'],
  ['what does keepdims do?', 'is a question of its own'],
  ['', 'is empty'],
])('"%s" %s', (text) => {
  expect(read(text)).toBe(text);
});

test('without a question before it, a text is read as it stands', () => {
  expect(inContext({ text: 'and with padding same?' }, null).text).toBe('and with padding same?');
});

test('together they are never longer than what is read', () => {
  const long = `${earlier} ${'x'.repeat(15_980)}`;
  expect(inContext({ text: 'and with padding same?' }, long).text).toBe('and with padding same?');
});
