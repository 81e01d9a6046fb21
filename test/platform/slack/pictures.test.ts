import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Block } from '../../../src/reply/index.ts';
import { seen } from './index.ts';
import { answering, pixel, type Setting, startSetting } from './setting.ts';

const picture: Block = {
  kind: 'picture',
  alt: 'A 2 × 2 window on a 4 × 4 map',
  draw: () => ({ svg: '<svg/>', width: 1, height: 1 }),
};
const text: Block = { kind: 'text', content: 'Each window is averaged.' };

let setting: Setting;
beforeEach(async () => {
  setting = await startSetting('http');
  setting.tutor.respond = () => answering({ blocks: [picture, text] });
});
afterEach(() => setting.stop());

const files = () => [...setting.slack.workspace.files.values()];

test('a picture stands in its place in the answer, with its words for screen readers', async () => {
  const answer = await (await setting.slack.user('ana').mention('general', 'x')).answer();
  expect(seen(answer)).toBe('2 × 2 × 4\n(A 2 × 2 window on a 4 × 4 map)\nEach window is averaged.');
  expect(answer.text).toContain('Picture: A 2 × 2 window on a 4 × 4 map');
  expect(files()).toMatchObject([{ alt: 'A 2 × 2 window on a 4 × 4 map', bytes: pixel, shares: [] }]);
});

test('also after a command, in a channel that the bot is not in', async () => {
  setting.slack.removeBotFrom('elsewhere');
  const asked = await setting.slack.user('ana').command('/pool', 'x', { channel: 'elsewhere' });
  expect(seen(await asked.answer())).toContain('(A 2 × 2 window on a 4 × 4 map)');
});

test('a picture that Slack looks at for longer is waited for', async () => {
  setting.slack.slowFiles(2);
  const answer = await (await setting.slack.user('ana').mention('general', 'x')).answer();
  expect(seen(answer)).toContain('(A 2 × 2 window on a 4 × 4 map)');
});

test('in a private answer it is told, and offered by direct message', async () => {
  setting.tutor.respond = () => answering({ blocks: [picture, text], visibility: 'private' });
  const ana = setting.slack.user('ana');
  const answer = await (await ana.command('/pool', 'AveragePooling2D(2)')).answer();
  expect(seen(answer)).toContain('Slack cannot show it in a private answer');
  const pressed = await ana.press(answer, 'Picture by direct message');
  const direct = await pressed.answer();
  expect(direct.channel).toMatch(/^D/);
  expect(seen(direct)).toContain('(A 2 × 2 window on a 4 × 4 map)');
  expect(setting.tutor.asked.at(-1)).toMatchObject({
    command: 'pool',
    input: { kind: 'options', values: { question: 'AveragePooling2D(2)' } },
  });
  expect(seen(await pressed.answer(1))).toBe(
    'The answer with its picture is in your direct messages with me.',
  );
});

test('a picture that cannot be uploaded leaves its words, and the answer comes', async () => {
  setting.slack.limit('files.getUploadURLExternal', { retryAfter: 3_600 });
  const answer = await (await setting.slack.user('ana').mention('general', 'x')).answer();
  expect(seen(answer)).toBe(
    '2 × 2 × 4\nPicture: A 2 × 2 window on a 4 × 4 map (it could not be uploaded to Slack)\nEach window is averaged.',
  );
  expect(setting.logged).toMatchObject([{ level: 'warn' }]);
});

test('a picture that Slack will not show after all is told by its words', async () => {
  const { workspace } = setting.slack;
  const asked = setting.slack.user('ana').mention('general', 'x');
  await workspace.journal.until((entry) => entry.kind === 'call' && entry.method === 'files.info');
  workspace.files.clear();
  expect(seen(await (await asked).answer())).toContain('it could not be uploaded to Slack');
});

test('a picture that cannot be drawn too', async () => {
  const draw = () => {
    throw new Error('no such shape');
  };
  setting.tutor.respond = () => answering({ blocks: [{ ...picture, draw }] });
  const answer = await (await setting.slack.user('ana').mention('general', 'x')).answer();
  expect(seen(answer)).toContain('it could not be uploaded');
});

test('words longer than Slack reads out stand below the picture', async () => {
  const alt = 'cell '.repeat(401).trim();
  setting.tutor.respond = () => answering({ blocks: [{ ...picture, alt }] });
  const answer = await (await setting.slack.user('ana').mention('general', 'x')).answer();
  expect(seen(answer)).toBe(`2 × 2 × 4\n(Described below)\nPicture: ${alt}`);
});
