import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memoryState } from '../../../src/platform/memory.ts';
import type { Action } from '../../../src/reply/index.ts';
import { pings, seen } from './index.ts';
import type { Entry } from './server/workspace.ts';
import { answering, type Setting, startSetting, ways } from './setting.ts';

const asTorch: Action = {
  kind: 'ask',
  label: 'as PyTorch',
  command: 'pool',
  options: { question: 'AveragePooling2D(2) on 4x4x4', data_format: 'channels_first' },
};
const remove: Action = { kind: 'delete', label: 'Delete' };

/** Answers each call with what it was called with, and the two buttons. */
const echo: Setting['tutor']['respond'] = ({ input }) =>
  answering({
    title: input.kind === 'text' ? input.text : String(input.values.data_format ?? input.values.question),
    actions: [asTorch, remove],
  });

describe.each(ways)('buttons over %s', (way) => {
  let setting: Setting;
  beforeEach(async () => {
    setting = await startSetting(way);
    setting.tutor.respond = echo;
  });
  afterEach(() => setting.stop());

  /** The next message that everybody sees. */
  const posted = async (since: number) => {
    const isIt = (entry: Entry): entry is Entry & { readonly kind: 'posted' } =>
      entry.kind === 'posted' && entry.message.ephemeralTo === null;
    return (await setting.slack.workspace.journal.find(isIt, since)).message;
  };
  const ask = async () => (await setting.slack.user('ana').command('/pool', 'first')).answer();
  const mention = async () => (await setting.slack.user('ana').mention('general', 'first')).answer();

  test.each([
    ['after a command', ask, 'ana asked: /pool first\n'],
    ['after a mention', mention, ''],
  ])("the asker's press changes the answer, %s", async (_, first, question) => {
    const answer = await first();
    const pressed = await setting.slack.user('ana').press(answer, 'as PyTorch');
    const changed = await pressed.changed();
    expect(changed.ts).toBe(answer.ts);
    expect(seen(changed)).toBe(`${question}channels_first\n[as PyTorch] [Delete]`);
    expect(setting.tutor.asked.at(-1)).toMatchObject({
      command: 'pool',
      input: { kind: 'options', values: asTorch.kind === 'ask' ? asTorch.options : {} },
    });
  });

  test("somebody else's press answers them alone and leaves the answer", async () => {
    const answer = await mention();
    const ben = setting.slack.user('ben');
    const own = await (await ben.press(answer, 'as PyTorch')).answer();
    expect(own).toMatchObject({ ephemeralTo: ben.id, thread: answer.thread, isHidden: false });
    expect(seen(own)).toBe('channels_first\n[as PyTorch] [Delete]');
    expect(seen(answer)).toBe('first\n[as PyTorch] [Delete]');
    const changed = await (await ben.press(own, 'as PyTorch')).changed();
    expect(changed.ephemeralTo).toBe(ben.id);
  });

  test('the asker deletes the answer', async () => {
    const answer = await ask();
    const gone = await (await setting.slack.user('ana').press(answer, 'Delete')).changed();
    expect(gone).toMatchObject({ ts: answer.ts, isDeleted: true });
  });

  test.each([
    ['after a command', ask],
    ['after a mention', mention],
  ])('and brings it back, for everybody to see, %s', async (_, first) => {
    const { slack } = setting;
    const ana = slack.user('ana');
    const answer = await first();
    const note = await (await ana.press(answer, 'Delete')).answer();
    expect(note.ephemeralTo).toBe(ana.id);
    expect(seen(note)).toBe('The answer is deleted.\n[bring it back]');
    const since = slack.workspace.journal.entries.length;
    await ana.press(note, 'bring it back');
    const again = await posted(since);
    expect(again).toMatchObject({ ephemeralTo: null, thread: answer.thread });
    expect(seen(again)).toBe('first\n[as PyTorch] [Delete]');
    expect((await (await ana.press(again, 'Delete')).changed()).isDeleted).toBe(true);
  });

  test('nobody else does', async () => {
    const answer = await ask();
    const ben = setting.slack.user('ben');
    const refusal = await (await ben.press(answer, 'Delete')).answer();
    expect(refusal.ephemeralTo).toBe(ben.id);
    expect(seen(refusal)).toBe('Only the person who asked and teaching staff can do this.');
    expect(answer.isDeleted).toBe(false);
  });

  test('an error at a press is told to the asker and leaves the public answer', async () => {
    const answer = await ask();
    setting.tutor.respond = () => answering({ title: 'no such layer', visibility: 'private' });
    const ana = setting.slack.user('ana');
    const told = await (await ana.press(answer, 'as PyTorch')).answer();
    expect(told.ephemeralTo).toBe(ana.id);
    expect(seen(answer)).toContain('first');
  });

  test('a private answer changes in private', async () => {
    setting.tutor.respond = () => answering({ visibility: 'private', actions: [asTorch] });
    const answer = await ask();
    setting.tutor.respond = () => answering({ title: 'public now', actions: [] });
    const changed = await (await setting.slack.user('ana').press(answer, 'as PyTorch')).changed();
    expect(changed).toMatchObject({ ts: answer.ts, ephemeralTo: setting.slack.user('ana').id });
  });

  test('in a direct message every answer changes in place', async () => {
    const ana = setting.slack.user('ana');
    const answer = await (await ana.dm('first')).answer();
    setting.tutor.respond = () => answering({ title: 'an error', visibility: 'private' });
    const changed = await (await ana.press(answer, 'as PyTorch')).changed();
    expect(changed.ts).toBe(answer.ts);
  });
});

test('forgotten buttons say that they are too old', async () => {
  const setting = await startSetting('socket', {
    setup: {
      state: {
        ...memoryState(),
        actions: { keep: async (kept) => kept.map(() => 'forgotten'), find: async () => null },
      },
    },
  });
  setting.tutor.respond = echo;
  const ana = setting.slack.user('ana');
  const answer = await (await ana.command('/pool', 'x')).answer();
  const told = await (await ana.press(answer, 'as PyTorch')).answer();
  expect(told.ephemeralTo).toBe(ana.id);
  expect(seen(told)).toMatch(/^This button is too old\. .*ask again/);
  await setting.stop();
});

test('a button whose id was tampered with, or is of another workspace, does nothing', async () => {
  const state = memoryState();
  const setting = await startSetting('socket', { setup: { state } });
  setting.tutor.respond = echo;
  const ana = setting.slack.user('ana');
  const answer = await (await ana.mention('general', 'first')).answer();
  const [foreign] = await state.actions.keep([remove], ana.id, 'T0OTHER');
  for (const value of ['00000000-0000-0000-0000-000000000000', foreign, '']) {
    const elements = [{ type: 'button', action_id: 'answer:1', text: { text: 'Delete' }, value }];
    const forged = { ...answer, blocks: [{ type: 'actions', elements }] };
    const told = await (await ana.press(forged, 'Delete')).answer();
    expect(seen(told)).toMatch(/^This button is too old/);
  }
  expect(answer.isDeleted).toBe(false);
  await setting.stop();
});

test('what people wrote pings nobody, formats nothing and is shown as written', async () => {
  const setting = await startSetting('socket');
  const hostile = '<!channel> <@U0BOT00001> *2*3* _a_ ~b~ `c` :100: & <https://x.y|z>\n> quoted';
  setting.tutor.respond = () =>
    answering({
      title: hostile,
      understood: hostile,
      blocks: [
        { kind: 'text', content: hostile },
        { kind: 'code', language: 'text', code: hostile },
        { kind: 'notice', tone: 'warning', content: hostile },
      ],
      assumptions: [hostile],
      sources: [{ label: hostile, href: 'javascript:alert(1)' }],
      actions: [{ ...remove, label: hostile }],
    });
  const answer = await (await setting.slack.user('ana').mention('general', hostile)).answer();
  expect(pings(answer)).toEqual([]);
  expect(answer.unfurls).toBe(false);
  expect(seen(answer).split(hostile)).toHaveLength(9);
  await setting.stop();
});

test('a message longer than a Slack message keeps its buttons, and deleting takes all of it', async () => {
  const setting = await startSetting('http');
  const long = 'An average over a window of cells. '.repeat(500);
  setting.tutor.respond = () => answering({ blocks: [{ kind: 'text', content: long }], actions: [remove] });
  const ana = setting.slack.user('ana');
  const asked = await ana.mention('general', 'x');
  const [first, last] = [await asked.answer(0), await asked.answer(1)];
  expect(first.thread).toBe(last.thread);
  const shown = seen({ ...first, blocks: [...first.blocks, ...last.blocks] });
  expect(shown.replaceAll('\n', '')).toBe(`2 × 2 × 4${long}[Delete]`);
  await (await ana.press(last, 'Delete')).changed();
  await setting.bot.stop();
  expect(setting.slack.seenIn('general')).toEqual([]);
  await setting.stop();
});
