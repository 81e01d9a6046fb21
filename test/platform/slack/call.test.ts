import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Calling } from '../../../src/command/index.ts';
import { memoryState } from '../../../src/platform/memory.ts';
import type { Action } from '../../../src/reply/index.ts';
import { pings, seen } from './index.ts';
import { permalinkOf } from './server/methods/chat.ts';
import { findMessage } from './server/posting.ts';
import { answering, message, type Setting, startBot, startSetting, ways } from './setting.ts';

const call: Action = { kind: 'call', label: 'call a human' };
const more: Action = { kind: 'ask', label: 'more', command: 'pool', options: { question: 'more' } };

let setting: Setting;
beforeEach(() => {
  helper = { kind: 'role', id: 'S0TUTORS' };
});
afterEach(() => setting.stop());

let helper: Extract<Calling, { kind: 'call' }>['helper'];

/** A workspace whose staff want `helper` called. */
async function courseCalling(way: (typeof ways)[number] = 'socket'): Promise<Setting> {
  setting = await startSetting(way);
  setting.tutor.respond = () => answering({ actions: [more, call] });
  setting.tutor.call = async () => ({ kind: 'call', helper });
  return setting;
}

/** The messages that call somebody. */
const calls = ({ slack }: Setting) =>
  slack.workspace.messages.filter(({ text }) => text.includes('a human is wanted'));

/** Everybody whom any message pinged. */
const pinged = ({ slack }: Setting) =>
  slack.workspace.messages.flatMap((one) => (one.user === slack.workspace.bot.userId ? pings(one) : []));

describe.each(ways)('a press of "call a human", over %s', (way) => {
  test('mentions the user group that staff named in the thread of the question, and nobody else', async () => {
    const { slack } = await courseCalling(way);
    const ana = slack.user('ana');
    const said = await ana.mention('general', 'x <!channel>');
    const told = await (await ana.press(await said.answer(), 'call a human')).answer();
    expect(told.ephemeralTo).toBe(ana.id);
    expect(seen(told)).toContain('I called a human');
    const [posted] = calls(setting);
    expect(posted).toMatchObject({ thread: said.ts, ephemeralTo: null, unfurls: false });
    expect(pinged(setting)).toEqual(['!subteam^S0TUTORS']);
    const question = findMessage(slack.workspace, posted?.channel ?? '', said.ts);
    const link = question && permalinkOf(slack.workspace, question);
    expect(posted?.text).toContain(`<${link}|this question>`);
  });

  test('under the answer to a command it links to the answer, in its thread', async () => {
    const { slack } = await courseCalling(way);
    const ana = slack.user('ana');
    const answer = await (await ana.command('/pool', 'x')).answer();
    await (await ana.press(answer, 'call a human')).answer();
    const [posted] = calls(setting);
    expect(posted).toMatchObject({ thread: answer.ts });
    expect(posted?.text).toContain(permalinkOf(slack.workspace, answer));
  });

  test('mentions a person where staff named one', async () => {
    const { slack } = await courseCalling(way);
    const ana = slack.user('ana');
    helper = { kind: 'user', id: slack.user('tutor').id };
    const answer = await (await ana.mention('general', 'x')).answer();
    await (await ana.press(answer, 'call a human')).answer();
    expect(pinged(setting)).toEqual([`@${helper.id}`]);
  });

  test('is the asker’s alone, staff included', async () => {
    setting = await startSetting(way);
    const staff = setting.slack.user('tutor');
    await setting.bot.stop();
    const { tutor } = await startBot(setting.slack, way, { staff: [staff.id] });
    tutor.respond = () => answering({ actions: [call] });
    tutor.call = async () => ({ kind: 'call', helper });
    const answer = await (await setting.slack.user('ana').mention('general', 'x')).answer();
    for (const other of [setting.slack.user('ben'), staff]) {
      const refused = await (await other.press(answer, 'call a human')).answer();
      expect(refused.ephemeralTo).toBe(other.id);
      expect(seen(refused)).toContain('Only the person who asked');
    }
    expect(pinged(setting)).toEqual([]);
  });
});

test('it counts once for an answer, also after the answer was changed, and at each instance', async () => {
  const state = memoryState();
  setting = await startSetting('http', { setup: { state } });
  const offering = () => answering({ actions: [more, call] });
  setting.tutor.respond = offering;
  setting.tutor.call = async () => ({ kind: 'call', helper });
  const ana = setting.slack.user('ana');
  const answer = await (await ana.mention('general', 'x')).answer();
  expect(seen(await (await ana.press(answer, 'call a human')).answer())).toContain('I called a human');
  const other = await startBot(setting.slack, 'http', { state }, offering);
  other.tutor.call = setting.tutor.call;
  expect(seen(await (await ana.press(answer, 'call a human')).answer())).toContain(
    'called to this answer already',
  );
  const changed = await (await ana.press(answer, 'more')).changed();
  expect(seen(await (await ana.press(changed, 'call a human')).answer())).toContain(
    'called to this answer already',
  );
  expect(pinged(setting)).toEqual(['!subteam^S0TUTORS']);
  await other.bot.stop();
});

test('with a tampered id nobody is called', async () => {
  const { slack } = await courseCalling();
  const ana = slack.user('ana');
  const answer = await (await ana.mention('general', 'x')).answer();
  for (const value of ['00000000-0000-0000-0000-000000000000', '', '<!channel>']) {
    const elements = [{ type: 'button', action_id: 'answer:1', text: { text: 'call a human' }, value }];
    const told = await (
      await ana.press({ ...answer, blocks: [{ type: 'actions', elements }] }, 'call a human')
    ).answer();
    expect(seen(told)).toMatch(/^This button is too old/);
  }
  expect(pinged(setting)).toEqual([]);
});

test('the presser is told why nobody is called, and may try again', async () => {
  const { slack, tutor } = await courseCalling();
  const ana = slack.user('ana');
  const answer = await (await ana.mention('general', 'x')).answer();
  tutor.call = async () => ({
    kind: 'refused',
    message: message({ title: 'nobody is named', visibility: 'private' }),
  });
  expect(seen(await (await ana.press(answer, 'call a human')).answer())).toBe('nobody is named');
  tutor.call = async () => ({ kind: 'call', helper });
  expect(seen(await (await ana.press(answer, 'call a human')).answer())).toContain('I called a human');
});

test('in a channel that the bot is not in, it says that it may not', async () => {
  const { slack } = await courseCalling();
  const ana = slack.user('ana');
  const answer = await (await ana.command('/pool', 'x')).answer();
  slack.removeBotFrom('general');
  expect(seen(await (await ana.press(answer, 'call a human')).answer())).toContain(
    'I am not allowed to call',
  );
  expect(pinged(setting)).toEqual([]);
});

test('the button stands under a private answer to a message, which others see, but not to a command', async () => {
  const { slack, tutor } = await courseCalling();
  tutor.respond = () => answering({ visibility: 'private', actions: [more, call] });
  const ana = slack.user('ana');
  expect(seen(await (await ana.command('/pool', 'x')).answer())).not.toContain('call a human');
  const said = await ana.mention('general', 'x');
  const answer = await said.answer();
  expect(answer.ephemeralTo).toBe(ana.id);
  await (await ana.press(answer, 'call a human')).answer();
  expect(calls(setting)).toMatchObject([{ thread: said.ts }]);
});
