import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { responsePlace } from '../../../src/platform/slack/sending/response.ts';
import { seen } from './index.ts';
import { answering, message, type Setting, startSetting, ways } from './setting.ts';

const halfAnHour = 30 * 60_000;

describe.each(ways)('a slow job over %s', (way) => {
  let setting: Setting;
  let end: (title: string) => void;
  beforeEach(async () => {
    setting = await startSetting(way);
    const { promise: title, resolve } = Promise.withResolvers<string>();
    end = resolve;
    setting.tutor.respond = ({ input }) => {
      const visibility = input.kind === 'text' && input.text.includes('private') ? 'private' : 'public';
      return { kind: 'answer', visibility, work: async () => message({ title: await title, visibility }) };
    };
  });
  afterEach(() => setting.stop());

  test('a command is acknowledged before it is worked on', async () => {
    const asked = await setting.slack.user('ana').command('/pool', '4K');
    end('done');
    expect(seen(await asked.answer())).toBe('ana asked: /pool 4K\ndone');
  });

  test.each([
    ['in the channel', '4K', 'ana asked: /pool 4K\ndone', null],
    ['to the asker alone', 'private 4K', 'done', 'ana'],
  ])('after half an hour the answer comes %s, and says that it is late', async (_, text, answer, to) => {
    const { slack } = setting;
    const asked = await slack.user('ana').command('/pool', text);
    await slack.advance(halfAnHour + 1);
    end('done');
    const general = [...slack.workspace.channels.values()].find(({ name }) => name === 'general')?.id;
    const isThere = (title: string) =>
      slack.workspace.journal.until(
        (entry) =>
          entry.kind === 'posted' &&
          entry.message.channel === general &&
          entry.message.responseUrl === null &&
          entry.message.ephemeralTo === (to === null ? null : slack.user(to).id) &&
          seen(entry.message) === title,
      );
    await isThere('This answer comes late, so it is a message of its own.');
    await isThere(answer);
    expect(asked.ack).not.toBeUndefined();
  });

  test('at half an hour it still comes the short way', async () => {
    const { slack } = setting;
    const asked = await slack.user('ana').command('/pool', '4K');
    await slack.advance(halfAnHour);
    end('done');
    expect((await asked.answer()).responseUrl).not.toBeNull();
  });

  test('late, in a channel that the bot is not in: by direct message', async () => {
    const { slack } = setting;
    const asked = await slack.user('ana').command('/pool', '4K');
    slack.removeBotFrom('general');
    await slack.advance(halfAnHour + 1);
    end('done');
    expect((await asked.answer(1)).channel).toMatch(/^D/);
    expect(seen(await asked.answer(1))).toBe('ana asked: /pool 4K\ndone');
  });
});

test('the sixth message through one way back is one of its own', async () => {
  const setting = await startSetting('socket');
  const { slack, tutor, bot } = setting;
  tutor.respond = () => answering();
  const ana = slack.user('ana');
  const asked = await ana.command('/pool', 'x');
  const { responseUrl, channel } = await asked.answer();
  const client = new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  const spot = { responseUrl: responseUrl ?? '', channel, thread: null, user: ana.id };
  const outlet = responsePlace(client, spot)('public');
  const sent: (string | null)[] = [];
  for (const text of ['2', '3', '4', '5', '6', '7']) sent.push(await outlet.send({ text, blocks: [] }));
  expect(sent.map((ts) => ts !== null)).toEqual([false, false, false, false, true, true]);
  expect(slack.seenIn('general').map(seen).slice(-3)).toEqual([
    'This answer comes late, so it is a message of its own.',
    '6',
    '7',
  ]);
  await bot.stop();
  await setting.stop();
});
