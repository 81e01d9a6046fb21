import { afterEach, beforeEach, expect, test } from 'vitest';
import { seen } from './index.ts';
import { answering, type Setting, startSetting } from './setting.ts';

const lines = Array.from({ length: 4_000 }, (_, at) => `row ${at}: 3.5 5.5 11.5 13.5`);

let setting: Setting;
beforeEach(async () => {
  setting = await startSetting('socket');
  setting.tutor.respond = () =>
    answering({
      blocks: [{ kind: 'code', language: 'text', code: lines.join('\n') }],
      assumptions: ['channels_last'],
      actions: [{ kind: 'delete', label: 'Delete' }],
    });
});
afterEach(() => setting.stop());

const shared = () => [...setting.slack.workspace.files.values()].at(-1);

test('an answer too long for a channel begins there and is attached whole', async () => {
  const { slack } = setting;
  const asked = await slack.user('ana').mention('general', 'x');
  const end = await asked.answer(3);
  expect(seen(end)).toBe(
    'This is the beginning. The whole answer is attached as answer.txt.\nAssumed: channels_last\n[Delete]',
  );
  const sent = slack.seenIn('general');
  expect(sent.map(({ thread }) => thread)).toEqual([asked.ts, asked.ts, asked.ts, asked.ts]);
  expect(seen(sent[0] ?? end)).toContain(lines[0]);
  expect(sent[2]?.files).toEqual([shared()?.id]);
  const whole = shared()?.bytes?.toString() ?? '';
  for (const line of lines) expect(whole).toContain(line);
});

test('deleting it takes the parts and the file along', async () => {
  const { slack } = setting;
  const ana = slack.user('ana');
  const end = await (await ana.mention('general', 'x')).answer(3);
  await (await ana.press(end, 'Delete')).changed();
  await setting.bot.stop();
  expect(slack.seenIn('general')).toEqual([]);
  expect(slack.workspace.files.size).toBe(0);
});

test('where the bot may share no file, it comes by direct message and the answer says so', async () => {
  const { slack } = setting;
  slack.removeBotFrom('elsewhere');
  const ana = slack.user('ana');
  const asked = await ana.command('/pool', 'x', { channel: 'elsewhere' });
  const isEnd = (text: string) => text.startsWith('This is the beginning.');
  const answers = await Promise.all([0, 1, 2, 3, 4].map((nth) => asked.answer(nth)));
  const end = answers.find((answer) => isEnd(seen(answer)));
  expect(end && seen(end)).toContain('in your direct messages with me, as answer.txt');
  const direct = answers.filter(({ channel }) => channel.startsWith('D'));
  expect(direct.map((answer) => seen(answer))).toEqual([
    'The whole answer to your question is attached.',
    '',
  ]);
  expect(direct[1]?.files).toEqual([shared()?.id]);
  expect(answers.filter(({ responseUrl }) => responseUrl !== null).length).toBeLessThanOrEqual(5);
});

test('a private one keeps its file private', async () => {
  const { slack } = setting;
  const respond = setting.tutor.respond;
  setting.tutor.respond = (invocation) => {
    const task = respond(invocation);
    return task.kind === 'answer' ? { ...task, visibility: 'private' } : task;
  };
  const ana = slack.user('ana');
  const asked = await ana.mention('general', 'x');
  const answers = await Promise.all([0, 1, 2, 3, 4].map((nth) => asked.answer(nth)));
  expect(slack.seenIn('general')).toEqual([]);
  expect(answers.some(({ files, channel }) => files.length === 1 && channel.startsWith('D'))).toBe(true);
});

test('a file that Slack does not take is said, with what to do', async () => {
  const { slack } = setting;
  slack.limit('files.getUploadURLExternal', { retryAfter: 3_600, times: 2 });
  const asked = await slack.user('ana').mention('general', 'x');
  const answers = await Promise.all([0, 1, 2, 3].map((nth) => asked.answer(nth)));
  expect(answers.map((answer) => seen(answer)).join('\n')).toContain('Ask for a part of it');
});
