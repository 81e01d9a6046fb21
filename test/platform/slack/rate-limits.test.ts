import { afterEach, beforeEach, expect, test } from 'vitest';
import { seen } from './index.ts';
import { type Setting, startSetting } from './setting.ts';

let setting: Setting;
beforeEach(async () => {
  setting = await startSetting('socket');
});
afterEach(() => setting.stop());

test('a 429 is waited out as Retry-After says', async () => {
  const { slack } = setting;
  slack.limit('chat.postMessage', { retryAfter: 0, times: 2 });
  const asked = await slack.user('ana').mention('general', 'x');
  expect(seen(await asked.answer())).toBe('2 × 2 × 4');
});

test('a 429 of a response URL too', async () => {
  const { slack } = setting;
  slack.limit('/actions', { retryAfter: 0 });
  const asked = await slack.user('ana').command('/pool', 'x');
  expect(seen(await asked.answer())).toBe('ana asked: /pool x\n2 × 2 × 4');
});

test('a wait longer than a student would is told instead', async () => {
  const { slack, logged } = setting;
  slack.limit('chat.postMessage', { retryAfter: 3_600 });
  const ana = slack.user('ana');
  const answer = await (await ana.mention('general', 'x')).answer();
  expect(answer.ephemeralTo).toBe(ana.id);
  expect(seen(answer)).toMatch(/^Slack is busy\..*ask again in a few minutes/);
  expect(logged).toMatchObject([{ level: 'error', text: 'an answer failed' }]);
});

test('where nothing can be told any more, the log has it and the next question is answered', async () => {
  const { slack, logged } = setting;
  slack.limit('/actions', { retryAfter: 3_600, times: 2 });
  const ana = slack.user('ana');
  await ana.command('/pool', 'x');
  const next = await ana.mention('general', 'x');
  await next.answer();
  await setting.bot.stop();
  expect(logged.map(({ text }) => text)).toEqual(['an answer failed', 'nor could the apology be sent']);
});

test('a Slack that fails for a moment is tried again', async () => {
  const { slack, logged } = setting;
  const ana = slack.user('ana');
  slack.fail('chat.postMessage', 2);
  expect(seen(await (await ana.mention('general', 'x')).answer())).toBe('2 × 2 × 4');
  slack.fail('/actions', 2);
  expect(seen(await (await ana.command('/pool', 'x')).answer())).toBe('ana asked: /pool x\n2 × 2 × 4');
  expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
});

test('one that goes on failing is told to the asker, by the way that is left', async () => {
  const { slack } = setting;
  const ana = slack.user('ana');
  slack.fail('chat.postMessage', 3);
  const answer = await (await ana.mention('general', 'x')).answer();
  expect(answer.ephemeralTo).toBe(ana.id);
  expect(seen(answer)).toMatch(/^Something went wrong on my side/);
});
