import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

/** Answers with the question's own words. */
const echo: Setting['tutor']['respond'] = ({ input }) =>
  answering({ title: input.kind === 'text' ? input.text : 'options' });

let setting: Setting;
afterEach(() => setting.stop());

const start = async (way: Way, readsChannels = false) => {
  const manifest = manifestFor(way);
  setting = await startSetting(way, {
    manifest: readsChannels ? withMore(manifest, ['channels:history'], ['message.channels']) : manifest,
  });
  setting.tutor.respond = echo;
  return setting;
};

describe('a follow-up in a thread', () => {
  beforeEach(() => start('socket'));

  test("goes on from the same person's earlier question", async () => {
    const { slack, tutor } = setting;
    const ana = slack.user('ana');
    const root = await ana.mention('general', 'MaxPooling2D() on 28x28x64');
    await root.answer();
    await (await ana.mention('general', 'and with padding same?', { thread: root.ts })).answer();
    await (await ana.mention('general', 'and strides 1?', { thread: root.ts })).answer();
    expect(tutor.asked.map(({ earlier }) => earlier)).toEqual([
      null,
      'MaxPooling2D() on 28x28x64',
      'MaxPooling2D() on 28x28x64\nand with padding same?',
    ]);
  });

  test("not from somebody else's, and not from another thread", async () => {
    const { slack, tutor } = setting;
    const ana = slack.user('ana');
    const root = await ana.mention('general', 'first');
    await root.answer();
    await (await slack.user('ben').mention('general', 'mine', { thread: root.ts })).answer();
    await (await ana.mention('general', 'afresh')).answer();
    expect(tutor.asked.map(({ earlier }) => earlier)).toEqual([null, null, null]);
  });

  test('under the answer in direct messages goes on from what it answers', async () => {
    const ana = setting.slack.user('ana');
    const answer = await (await ana.dm('MaxPooling2D() on 28x28x64')).answer();
    await (await ana.dm('something else')).answer();
    await (await ana.dm('and with padding same?', { thread: answer.ts })).answer();
    expect(setting.tutor.asked[2]?.earlier).toBe('MaxPooling2D() on 28x28x64');
  });
});

describe.each(ways)('in direct messages over %s', (way) => {
  beforeEach(() => start(way));

  test('an edited question gets its answer edited', async () => {
    const { slack } = setting;
    const ana = slack.user('ana');
    const asked = await ana.dm('pool 4x4');
    const answer = await asked.answer();
    await ana.edit(null, asked.ts, 'pool 8x8');
    await slack.workspace.journal.until((entry) => entry.kind === 'changed');
    expect(seen(answer)).toBe('pool 8x8');
  });

  test('the same words again, as when a link unfurls, change nothing', async () => {
    const { slack, tutor } = setting;
    const ana = slack.user('ana');
    const asked = await ana.dm('pool 4x4');
    await asked.answer();
    await ana.edit(null, asked.ts, 'pool 4x4');
    await (await ana.dm('last')).answer();
    expect(tutor.asked).toHaveLength(2);
  });

  test('an edited follow-up still goes on from the same question', async () => {
    const { slack, tutor } = setting;
    const ana = slack.user('ana');
    const root = await ana.dm('MaxPooling2D() on 28x28x64');
    await root.answer();
    const next = await ana.dm('and padding same?', { thread: root.ts });
    await next.answer();
    await ana.edit(null, next.ts, 'and with padding same?');
    await slack.workspace.journal.until((entry) => entry.kind === 'changed');
    expect(tutor.asked.at(-1)).toMatchObject({
      input: { text: 'and with padding same?' },
      earlier: 'MaxPooling2D() on 28x28x64',
    });
  });

  test('an edit while the answer is made waits for it', async () => {
    const { slack, tutor } = setting;
    const job = Promise.withResolvers<ReturnType<typeof message>>();
    tutor.respond = () => ({ kind: 'answer', visibility: 'public', work: () => job.promise });
    const ana = slack.user('ana');
    const asked = await ana.dm('pool 4x4');
    await ana.edit(null, asked.ts, 'pool 8x8');
    tutor.respond = echo;
    job.resolve(message({ title: 'pool 4x4' }));
    await slack.workspace.journal.until((entry) => entry.kind === 'changed');
    expect(seen(await asked.answer())).toBe('pool 8x8');
  });

  test('an edit that is delivered again is followed once', async () => {
    const { slack, tutor } = setting;
    const ana = slack.user('ana');
    const asked = await ana.dm('pool 4x4');
    await asked.answer();
    const edit = await ana.edit(null, asked.ts, 'pool 8x8');
    await Promise.all([edit.again(), edit.again()]);
    await (await ana.dm('last')).answer();
    expect(tutor.asked).toHaveLength(3);
  });

  test('a longer answer that becomes short leaves nothing behind', async () => {
    const { slack, tutor } = setting;
    const long = 'An average over a window of cells. '.repeat(500);
    tutor.respond = () => answering({ blocks: [{ kind: 'text', content: long }] });
    const ana = slack.user('ana');
    const asked = await ana.dm('long');
    const [first, last] = [await asked.answer(0), await asked.answer(1)];
    tutor.respond = echo;
    await ana.edit(null, asked.ts, 'short');
    await slack.workspace.journal.until((entry) => entry.kind === 'deleted');
    expect(seen(first)).toBe('short');
    expect(last.isDeleted).toBe(true);
  });

  test('a deleted question takes its answer along', async () => {
    const { slack } = setting;
    const ana = slack.user('ana');
    const asked = await ana.dm('pool 4x4');
    const answer = await asked.answer();
    await ana.remove(null, asked.ts);
    await slack.workspace.journal.until((entry) => entry.kind === 'deleted');
    expect(answer.isDeleted).toBe(true);
  });
});

describe('in channels', () => {
  test('edits and deletions are followed where the operator let the bot read them', async () => {
    const { slack } = await start('socket', true);
    const ana = slack.user('ana');
    const asked = await ana.mention('general', 'pool 4x4');
    const answer = await asked.answer();
    await ana.edit('general', asked.ts, 'pool 8x8');
    await slack.workspace.journal.until((entry) => entry.kind === 'changed');
    expect(seen(answer)).toBe('pool 8x8');
    expect(answer.thread).toBe(asked.ts);
    // Slack leaves a tombstone in place of a message with replies.
    await ana.remove('general', asked.ts);
    await slack.workspace.journal.until((entry) => entry.kind === 'deleted');
    expect(slack.seenIn('general')).toEqual([]);
  });

  test('an edit that makes it an error takes the public answer back and tells the asker alone', async () => {
    const { slack, tutor } = await start('socket', true);
    const ana = slack.user('ana');
    const asked = await ana.mention('general', 'pool 4x4');
    await asked.answer();
    tutor.respond = () => answering({ title: 'no such layer', visibility: 'private' });
    const edit = await ana.edit('general', asked.ts, 'pool 4x');
    const told = await edit.answer();
    expect(told).toMatchObject({ ephemeralTo: ana.id });
    expect(slack.seenIn('general')).toEqual([]);
  });

  test('messages of others, with a mention or without, pass by', async () => {
    const { slack, tutor } = await start('socket', true);
    const ana = slack.user('ana');
    const asked = await ana.mention('general', 'pool 4x4');
    await asked.answer();
    await (await slack.user('ben').mention('general', 'mine')).answer();
    expect(tutor.asked).toHaveLength(2);
  });
});

test('an answer that its button deleted is forgotten: an edit does not bring it back', async () => {
  const { slack, tutor } = await start('socket');
  tutor.respond = () => answering({ actions: [{ kind: 'delete', label: 'Delete' }] });
  const ana = slack.user('ana');
  const asked = await ana.dm('pool 4x4');
  const answer = await asked.answer();
  await (await ana.press(answer, 'Delete')).changed();
  await (await ana.dm('another')).answer();
  await ana.edit(null, asked.ts, 'pool 8x8');
  await (await ana.dm('last')).answer();
  expect(tutor.asked.map(({ input }) => input)).toMatchObject([
    { text: 'pool 4x4' },
    { text: 'another' },
    { text: 'last' },
  ]);
});
