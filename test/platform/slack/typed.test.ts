import { expect, test } from 'vitest';
import { asTyped, withoutMention } from '../../../src/platform/slack/hearing/typed.ts';

test.each([
  ['links by their label', '<http://nn.Linear|nn.Linear> and <mailto:a@b.de|a@b.de>', 'nn.Linear and a@b.de'],
  ['bare links', 'see <https://keras.io/api/>', 'see https://keras.io/api/'],
  ['entities, once', 'a &lt; b &amp;&amp; c &gt; d, not &amp;lt;', 'a < b && c > d, not &lt;'],
  ['curled quotes', '“same” and ‘valid’', `"same" and 'valid'`],
  [
    'mentions of others',
    '<@U1|ana> in <#C1|general>, <!here> <!subteam^S1|@staff>',
    '@ana in #general, @here @staff',
  ],
  ['unnamed mentions', 'ask <@U1> in <#C1>', 'ask  in'],
  ['blanks that do not break', 'pool_size\u00a0=\u00a02', 'pool_size = 2'],
  ['code keeps its indentation', '\n   x = 1\n   y = 2\n', '   x = 1\n   y = 2'],
])('%s', (_, sent, typed) => {
  expect(asTyped(sent)).toBe(typed);
});

test('a mention is taken out wherever it stands, with its colon', () => {
  expect(withoutMention('<@U0>: 4x4', 'U0')).toBe(' 4x4');
  expect(withoutMention('what does <@U0|lifeguard> say to 4x4?', 'U0')).toBe('what does say to 4x4?');
  expect(withoutMention('<@U0>\n    x = 1', 'U0')).toBe(' \n    x = 1');
});

test('a message that mentions somebody else is not for the bot', () => {
  expect(withoutMention('<@U01> 4x4', 'U0')).toBeNull();
  expect(withoutMention('&lt;@U0&gt; 4x4', 'U0')).toBeNull();
});
