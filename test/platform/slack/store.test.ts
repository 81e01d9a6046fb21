import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Action } from '../../../src/reply/index.ts';
import { openStore, platformState, type Store } from '../../../src/store/index.ts';
import { seen } from './index.ts';
import { answering, message, type Setting, startBot, startSetting } from './setting.ts';

/** The same as with the state in memory, on a database in a file that each start opens anew. */
let folder: string;
let at: number;
let stores: Store[];
let setting: Setting;

const open = async () => {
  const log = { info: () => {}, warn: () => {} };
  const url = join(folder, 'lifeguard.db');
  const store = await openStore({ url, secretKey: 'a key of this test', log, now: () => new Date(at) });
  stores.push(store);
  return platformState(store);
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lifeguard-slack-'));
  at = Date.now();
  stores = [];
  setting = await startSetting('socket', { setup: { state: await open() } });
});

afterEach(async () => {
  await setting.stop();
  for (const store of stores) await store.close();
  rmSync(folder, { recursive: true });
});

const asTorch: Action = { kind: 'ask', label: 'as PyTorch', command: 'pool', options: { question: '4x4' } };

test('a button, an edit and a follow-up find after a restart what was kept', async () => {
  const { slack, tutor, bot } = setting;
  tutor.respond = () => answering({ actions: [asTorch] });
  const ana = slack.user('ana');
  const asked = await ana.dm('MaxPooling2D() on 28x28x64');
  const answer = await asked.answer();
  await bot.stop();
  const next = await startBot(slack, 'socket', { state: await open() }, ({ input }) =>
    answering({ title: input.kind }),
  );
  expect(seen(await (await ana.press(answer, 'as PyTorch')).changed())).toBe('options');
  await ana.edit(null, asked.ts, 'MaxPooling2D() on 32x32x64');
  await slack.workspace.journal.until(
    (entry) => entry.kind === 'changed' && seen(entry.message) === 'text' && entry.message.ts === answer.ts,
  );
  await (await ana.dm('and with padding same?', { thread: asked.ts })).answer();
  expect(next.tutor.asked.at(-1)?.earlier).toBe('MaxPooling2D() on 32x32x64');
  await next.bot.stop();
});

test('what was delivered before a restart is not answered again after it', async () => {
  const { slack, tutor, bot } = setting;
  const ana = slack.user('ana');
  const asked = await ana.mention('general', 'first');
  await asked.answer();
  await bot.stop();
  const next = await startBot(slack, 'socket', { state: await open() });
  await asked.again();
  await (await ana.mention('general', 'last')).answer();
  expect([tutor.asked.length, next.tutor.asked.length]).toEqual([1, 1]);
  await next.bot.stop();
});

test('a question under way at a power cut is answered by the next start', async () => {
  const { slack, tutor } = setting;
  const job = Promise.withResolvers<ReturnType<typeof message>>();
  tutor.respond = () => ({ kind: 'answer', visibility: 'public', work: () => job.promise });
  const ana = slack.user('ana');
  const asked = await ana.command('/pool', '4x4');
  at += 10 * 60_000;
  const next = await startBot(slack, 'socket', { state: await open() }, () =>
    answering({ title: 'after all' }),
  );
  expect(seen(await asked.answer())).toBe('ana asked: /pool 4x4\nafter all');
  job.resolve(message());
  await next.bot.stop();
});
