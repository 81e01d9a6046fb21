import { afterEach, expect, test } from 'vitest';
import { memoryState } from '../../../src/platform/memory.ts';
import type { Action } from '../../../src/reply/index.ts';
import { seen } from './index.ts';
import { answering, message, type Setting, startBot, startSetting, ways } from './setting.ts';

let setting: Setting;
afterEach(async () => {
  endJobs();
  await setting.stop();
});

const asTorch: Action = { kind: 'ask', label: 'as PyTorch', command: 'pool', options: { question: '4x4' } };

/** Jobs that go on until the test is over. */
const jobs = new Set<() => void>();
const never = () => {
  const job = Promise.withResolvers<ReturnType<typeof message>>();
  jobs.add(() => job.resolve(message({ title: 'too late' })));
  return { kind: 'answer', visibility: 'public', work: () => job.promise } as const;
};
const endJobs = () => {
  for (const end of jobs) end();
};

/** What a power cut leaves: questions whose lease runs out, and nobody who answers them. */
function cutOff(now: { at: number }): void {
  now.at += 10 * 60_000;
}

test.each(ways)('over %s a button works after a restart', async (way) => {
  const state = memoryState();
  setting = await startSetting(way, { setup: { state } });
  const { slack, tutor } = setting;
  tutor.respond = () => answering({ actions: [asTorch] });
  const ana = slack.user('ana');
  const answer = await (await ana.mention('general', '4x4')).answer();
  await setting.bot.stop();
  const next = await startBot(slack, way, { state });
  next.tutor.respond = () => answering({ title: 'after the restart' });
  const changed = await (await ana.press(answer, 'as PyTorch')).changed();
  expect(seen(changed)).toBe('after the restart');
  await next.bot.stop();
});

test('two instances on one state answer a message once, whichever it is delivered to', async () => {
  const state = memoryState();
  setting = await startSetting('socket', { setup: { state } });
  const { slack, tutor } = setting;
  const second = await startBot(slack, 'socket', { state });
  const ana = slack.user('ana');
  const asked = await ana.mention('general', 'first');
  await Promise.all([asked.again(), asked.again(), asked.again()]);
  await (await ana.mention('general', 'last')).answer();
  await (await ana.mention('general', 'really last')).answer();
  expect(tutor.asked.length).toBeGreaterThan(0);
  expect(second.tutor.asked.length).toBeGreaterThan(0);
  expect([...tutor.asked, ...second.tutor.asked]).toHaveLength(3);
  await second.bot.stop();
});

test('a button pressed at the other instance works there', async () => {
  const state = memoryState();
  setting = await startSetting('socket', { setup: { state } });
  const { slack } = setting;
  const second = await startBot(slack, 'socket', { state });
  for (const { tutor } of [setting, second])
    tutor.respond = ({ input }) => answering({ title: input.kind, actions: [asTorch] });
  const ana = slack.user('ana');
  const answer = await (await ana.mention('general', 'x')).answer();
  for (const _ of [1, 2]) {
    const changed = await (await ana.press(answer, 'as PyTorch')).changed();
    expect(seen(changed)).toContain('options');
  }
  expect(setting.tutor.asked.length * second.tutor.asked.length).toBeGreaterThan(0);
  await second.bot.stop();
});

test.each([
  ['mention', 'after all'],
  ['command', 'ana asked: /pool 4x4\nafter all'],
])('a %s under way at a power cut is answered', async (by, answer) => {
  const now = { at: 0 };
  const state = memoryState(() => now.at);
  setting = await startSetting('socket', { setup: { state } });
  const { slack, tutor } = setting;
  tutor.respond = never;
  const ana = slack.user('ana');
  const asked = await (by === 'mention' ? ana.mention('general', '4x4') : ana.command('/pool', '4x4'));
  slack.sockets.drop();
  cutOff(now);
  const next = await startBot(slack, 'socket', { state }, () => answering({ title: 'after all' }));
  expect(seen(await asked.answer())).toBe(answer);
  expect(next.tutor.asked[0]).toMatchObject({ user: ana.id, input: { kind: 'text', text: '4x4' } });
  await next.bot.stop();
});

test('what ends the bot each time ends in an apology', async () => {
  const now = { at: 0 };
  const state = memoryState(() => now.at);
  setting = await startSetting('socket', { setup: { state } });
  const { slack, tutor } = setting;
  tutor.respond = never;
  const ana = slack.user('ana');
  const asked = await ana.dm('a question that no machine survives');
  cutOff(now);
  const second = await startBot(slack, 'socket', { state }, never);
  cutOff(now);
  const third = await startBot(slack, 'socket', { state });
  expect(seen(await asked.answer())).toMatch(/^I lost your question\. .*ask again/);
  expect(third.tutor.asked).toEqual([]);
  endJobs();
  await Promise.all([second.bot.stop(), third.bot.stop()]);
});

test('a stop hands back what it cannot finish, and the next start answers it', async () => {
  const state = memoryState();
  setting = await startSetting('http', { setup: { state } });
  const { slack, tutor, bot } = setting;
  tutor.respond = never;
  const asked = await slack.user('ana').mention('general', '4x4');
  const from = performance.now();
  await bot.stop();
  expect(performance.now() - from).toBeLessThan(10_000);
  expect(setting.logged.at(-1)).toMatchObject({ level: 'warn', facts: { unfinished: 1 } });
  const next = await startBot(slack, 'http', { state }, () => answering({ title: 'after all' }));
  expect(seen(await asked.answer())).toBe('after all');
  await next.bot.stop();
}, 20_000);

test("a press on somebody else's answer stays private over a power cut", async () => {
  const now = { at: 0 };
  const state = memoryState(() => now.at);
  setting = await startSetting('socket', { setup: { state } });
  const { slack, tutor } = setting;
  tutor.respond = () => answering({ actions: [asTorch] });
  const answer = await (await slack.user('ana').mention('general', '4x4')).answer();
  tutor.respond = never;
  const ben = slack.user('ben');
  const pressed = await ben.press(answer, 'as PyTorch');
  cutOff(now);
  const next = await startBot(slack, 'socket', { state }, () => answering({ title: 'after all' }));
  expect(await pressed.answer()).toMatchObject({ ephemeralTo: ben.id });
  endJobs();
  await next.bot.stop();
});
