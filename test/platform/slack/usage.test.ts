import { afterAll, beforeAll, expect, test } from 'vitest';
import { seen } from './index.ts';
import { type Setting, startSetting } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await startSetting('socket');
});
afterAll(() => setting.stop());

async function usage(command: string, text: string) {
  const ana = setting.slack.user('ana');
  const asked = await ana.command(command, text);
  expect(asked.ack).not.toMatchObject({ response_type: 'in_channel' });
  const answer = await asked.answer();
  expect(answer.ephemeralTo).toBe(ana.id);
  return seen(answer);
}

test('a bare /lifeguard lists the commands', async () => {
  expect(await usage('/lifeguard', '')).toBe(
    [
      'How to ask',
      'Mention me with a question, write to me directly, or use a command:',
      '/lifeguard ask Ask anything about pooling',
      '/lifeguard pool The output of a pooling layer',
      '/lifeguard help What I can do',
    ].join('\n'),
  );
});

test.each([
  ['a command without what it needs', '/pool', ''],
  ['the same under its long name', '/lifeguard', 'pool'],
  ['a command asked for help', '/pool', 'help'],
  ['by habit of the shell', '/pool', '--help'],
])('%s tells its usage, with an example that works', async (_, command, text) => {
  const told = await usage(command, text);
  expect(told).toMatch(/^\/lifeguard pool\nThe output of a pooling layer\n\/lifeguard pool your question/);
  expect(told).toContain('data_format: where the channels are');
  expect(told).toMatch(/For example:\n\/lifeguard pool AveragePooling2D\(2\) on 4x4x4$/);
});

test('a command that needs nothing runs without', async () => {
  const asked = await setting.slack.user('ana').command('/ask', '');
  expect(seen(await asked.answer())).toBe('ana asked: /ask\n2 × 2 × 4');
});

test('a word that is no command goes to the dispatcher, which knows the nearest', async () => {
  const asked = await setting.slack.user('ana').command('/lifeguard', 'pol 4x4');
  await asked.answer();
  expect(setting.tutor.asked.at(-1)).toMatchObject({ command: 'pol', input: { text: '4x4' } });
});
