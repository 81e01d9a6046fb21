import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memoryState } from '../../../src/platform/memory.ts';
import { seen } from './index.ts';
import {
  answering,
  manifestFor,
  message,
  type Setting,
  startSetting,
  type Way,
  ways,
  withMore,
} from './setting.ts';

/** The manifest of an operator who lets the bot read whole channels: every mention then comes twice. */
const readingChannels = (way: Way) => withMore(manifestFor(way), ['channels:history'], ['message.channels']);

describe.each(ways)('mentions and direct messages over %s', (way) => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await startSetting(way);
  });
  afterEach(() => setting.stop());

  test('a mention is answered in its thread', async () => {
    const { slack, tutor } = setting;
    const asked = await slack.user('ana').mention('general', '@lifeguard: MaxPooling2D() on 28x28x64');
    const answer = await asked.answer();
    expect(answer).toMatchObject({ thread: asked.ts, ephemeralTo: null, unfurls: false });
    expect(tutor.asked[0]).toMatchObject({
      command: 'ask',
      community: slack.workspace.team.id,
      input: { kind: 'text', text: 'MaxPooling2D() on 28x28x64' },
    });
  });

  test('a mention inside a thread is answered in the same thread', async () => {
    const { slack } = setting;
    const root = await slack.user('ana').mention('general', 'first');
    await root.answer();
    const inside = await slack.user('ben').mention('general', 'and with padding same?', { thread: root.ts });
    expect((await inside.answer()).thread).toBe(root.ts);
  });

  test('the question is what was typed: entities, quotes and the mention in the middle undone', async () => {
    const { slack, tutor } = setting;
    const typed = 'is (H − k) < s && padding=“same” @lifeguard or ‘valid’?';
    await (await slack.user('ana').mention('general', typed)).answer();
    expect(tutor.asked[0]?.input).toEqual({
      kind: 'text',
      text: `is (H − k) < s && padding="same" or 'valid'?`,
    });
  });

  test('a private answer in an open thread stays there, for the asker alone', async () => {
    const { slack, tutor } = setting;
    const root = await slack.user('ana').mention('general', 'first');
    await root.answer();
    tutor.respond = () => answering({ visibility: 'private' });
    const ben = slack.user('ben');
    const asked = await ben.mention('general', 'wrong', { thread: root.ts });
    expect(await asked.answer()).toMatchObject({ ephemeralTo: ben.id, thread: root.ts, isHidden: false });
  });

  test('a private answer to a message without a thread is shown beside it, where Slack shows it', async () => {
    const { slack, tutor } = setting;
    tutor.respond = () => answering({ visibility: 'private' });
    const ana = slack.user('ana');
    const asked = await ana.mention('general', 'wrong');
    expect(await asked.answer()).toMatchObject({ ephemeralTo: ana.id, thread: null, isHidden: false });
  });

  test('a direct message is answered where it was written, private or not', async () => {
    const { slack, tutor } = setting;
    const ana = slack.user('ana');
    const first = await (await ana.dm('AveragePooling2D(2) on 4x4x4')).answer();
    expect(first).toMatchObject({ thread: null, ephemeralTo: null });
    tutor.respond = () => answering({ visibility: 'private' });
    const second = await (await ana.dm('and @lifeguard, with 3x3?')).answer();
    expect(second).toMatchObject({ channel: first.channel, ephemeralTo: null });
    expect(tutor.asked).toMatchObject([
      { community: null, command: 'ask', input: { text: 'AveragePooling2D(2) on 4x4x4' } },
      { community: null, command: 'ask', input: { text: 'and @lifeguard, with 3x3?' } },
    ]);
  });

  test('a direct message in a thread is answered in the thread', async () => {
    const ana = setting.slack.user('ana');
    const root = await ana.dm('first');
    await root.answer();
    const inside = await ana.dm('second', { thread: root.ts });
    expect((await inside.answer()).thread).toBe(root.ts);
  });

  test('delivered again, answered once', async () => {
    const { slack, tutor } = setting;
    const ana = slack.user('ana');
    const asked = await ana.mention('general', 'first');
    await Promise.all([asked.again(), asked.again()]);
    await (await ana.mention('general', 'last')).answer();
    expect(tutor.asked.map(({ input }) => input)).toMatchObject([{ text: 'first' }, { text: 'last' }]);
  });

  test('a failing job ends in an apology to the asker alone', async () => {
    const { slack, tutor } = setting;
    tutor.respond = () => ({
      kind: 'answer',
      visibility: 'public',
      work: () => Promise.reject(new Error('boom')),
    });
    const ana = slack.user('ana');
    const answer = await (await ana.mention('general', 'x')).answer();
    expect(answer.ephemeralTo).toBe(ana.id);
    expect(seen(answer)).toMatch(/went wrong on my side/);
  });

  test('a slow job is acknowledged first', async () => {
    const { slack, tutor } = setting;
    const job = Promise.withResolvers<ReturnType<typeof message>>();
    tutor.respond = () => ({ kind: 'answer', visibility: 'public', work: () => job.promise });
    const slow = await slack.user('ana').mention('general', 'a 4K image');
    job.resolve(message({ title: 'done' }));
    expect(seen(await slow.answer())).toBe('done');
  });
});

describe.each(ways)('an app that reads whole channels, over %s', (way) => {
  test('answers a mention once, though it comes as message and as app_mention', async () => {
    const setting = await startSetting(way, { manifest: readingChannels(way) });
    const { slack, tutor } = setting;
    const ana = slack.user('ana');
    const first = await ana.mention('general', 'first');
    await first.answer();
    await first.again();
    await (await ana.mention('general', 'last')).answer();
    expect(tutor.asked.map(({ input }) => input)).toMatchObject([{ text: 'first' }, { text: 'last' }]);
    await setting.stop();
  });
});

test('a channel that the bot was removed from meanwhile: the answer comes by direct message', async () => {
  const setting = await startSetting('socket');
  const { slack, tutor } = setting;
  const job = Promise.withResolvers<ReturnType<typeof message>>();
  tutor.respond = () => ({ kind: 'answer', visibility: 'public', work: () => job.promise });
  const asked = await slack.user('ana').mention('general', 'x');
  slack.removeBotFrom('general');
  job.resolve(message());
  expect((await asked.answer()).channel).toMatch(/^D/);
  await setting.stop();
});

test('a store that fails is told to the asker and logged', async () => {
  const once = () => Promise.reject(new Error('database is gone'));
  const setting = await startSetting('socket', { setup: { state: { ...memoryState(), once } } });
  const asked = await setting.slack.user('ana').dm('x');
  expect(seen(await asked.answer())).toMatch(/went wrong/);
  expect(setting.logged).toMatchObject([{ level: 'error' }]);
  await setting.stop();
});
