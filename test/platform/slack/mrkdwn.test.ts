import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal, mrkdwn } from '../../../src/platform/slack/blocks/mrkdwn.ts';
import { code, emphasis, link, strong } from '../../../src/reply/index.ts';
import { readMrkdwn } from './server/mrkdwn-reader.ts';

test('our own marks are shown', () => {
  const inline = ['a ', strong('b'), emphasis('c'), code('x < y'), ' ', link('docs', 'https://keras.io/')];
  expect(readMrkdwn(mrkdwn(inline))).toEqual({
    text: 'a bcx < y docs',
    pings: [],
    links: ['https://keras.io/'],
    formatted: ['`x &lt; y`', '*b*', '_c_'],
  });
});

test('a link that Slack would not take is its words', () => {
  expect(readMrkdwn(mrkdwn(link('click', 'javascript:alert(1)')))).toMatchObject({
    text: 'click',
    links: [],
  });
  expect(readMrkdwn(mrkdwn(link('a>b', 'https://x.y/?a=1&b=|')))).toMatchObject({
    text: 'a>b',
    links: ['https://x.y/?a=1&amp;b=%7C'],
  });
});

test('names can be copied as they are', () => {
  expect(literal('channels_last, pool_size=2')).toBe('channels_last, pool_size=2');
});

test('any text is read as it was written, without marks, links or pings', () => {
  const part = fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '```',
    '<',
    '>',
    '&',
    '<!here>',
    '<@U1>',
    ':100:',
    '\n',
    ' ',
    'a1',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 3 })), { maxLength: 12 }), (parts) => {
      const text = parts.join('').replaceAll('\u200b', '').replaceAll('\u02cb', '');
      expect(readMrkdwn(literal(text))).toEqual({ text, pings: [], links: [], formatted: [] });
    }),
  );
});
