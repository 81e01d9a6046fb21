import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandDescription, Task } from '../../../src/command/index.ts';
import { slackManifest } from '../../../src/platform/slack/index.ts';
import { seen } from './index.ts';
import { answering, commands, type Setting, startSetting, ways } from './setting.ts';

/** The small tutor with all that menus run. */
const [ask, ...others] = commands;
if (!ask) throw new Error('no command');
const option = {
  type: 'boolean',
  choices: null,
  autocomplete: false,
  maxLength: null,
  required: false,
} as const;
const withMenus: readonly CommandDescription[] = [
  { ...ask, options: [...ask.options, { ...option, name: 'private', summary: 'for you alone' }] },
  ...others,
  { ...ask, name: 'verify' },
  { ...ask, name: 'faq', options: [], subcommands: [{ ...ask, name: 'add' }] },
];

const form: Task = {
  kind: 'form',
  form: {
    kind: 'form',
    title: 'Save as FAQ',
    command: 'faq add',
    fields: [
      {
        name: 'answer',
        label: 'Answer',
        multiline: true,
        required: true,
        value: 'use padding',
        maxLength: 3_000,
      },
    ],
    submit: 'Save',
  },
};

test('the manifest has the menus whose command there is', () => {
  const names = (known: readonly CommandDescription[]) =>
    slackManifest(known, { kind: 'socket' }).features.shortcuts.map(({ name }) => name);
  expect(names(commands)).toEqual(['Answer this']);
  expect(names(withMenus)).toEqual([
    'Answer this',
    'Answer this privately',
    'Check this answer',
    'Save as FAQ',
  ]);
});

describe.each(ways)('message shortcuts over %s', (way) => {
  let setting: Setting;
  beforeEach(async () => {
    const url = 'http://127.0.0.1/slack/events';
    const manifest = slackManifest(withMenus, way === 'http' ? { kind: 'http', url } : { kind: 'socket' });
    setting = await startSetting(way, { manifest, setup: { commands: withMenus } });
    setting.tutor.respond = ({ input }) => {
      const isPrivate = input.kind === 'options' && input.values.private === true;
      return answering({ title: 'menu', visibility: isPrivate ? 'private' : 'public' });
    };
  });
  afterEach(() => setting.stop());

  const question = () => setting.slack.user('ana').mention('general', 'pool 4x4 &amp; <what>');

  test('"Answer this" replies in the thread of the chosen message', async () => {
    const { slack, tutor } = setting;
    const asked = await question();
    await asked.answer();
    const ben = slack.user('ben');
    const answer = await (await ben.choose('general', asked.ts, 'Answer this')).answer();
    expect(answer).toMatchObject({ thread: asked.ts, ephemeralTo: null });
    expect(tutor.asked[1]).toMatchObject({
      way: 'menu',
      command: 'ask',
      user: ben.id,
      input: { kind: 'options', values: { question: 'pool 4x4 &amp; <what>' } },
    });
  });

  test('or to the person who chose alone', async () => {
    const { slack, tutor } = setting;
    const asked = await question();
    await asked.answer();
    const ben = slack.user('ben');
    const answer = await (await ben.choose('general', asked.ts, 'Answer this privately')).answer();
    expect(answer).toMatchObject({ ephemeralTo: ben.id, isHidden: false });
    expect(tutor.asked[1]?.input).toMatchObject({ values: { private: true } });
  });

  test('in the thread also where the bot is no member', async () => {
    const { slack } = setting;
    const asked = await question();
    await asked.answer();
    slack.removeBotFrom('general');
    const answer = await (await slack.user('ben').choose('general', asked.ts, 'Answer this')).answer();
    expect(answer).toMatchObject({ thread: asked.ts, ephemeralTo: null });
    expect(answer.responseUrl).not.toBeNull();
  });

  test('and in the direct messages of others, which the bot is not in', async () => {
    const { slack } = setting;
    const ana = slack.user('ana');
    const asked = await ana.dm('pool 4x4');
    await asked.answer();
    slack.workspace.channels.get((await asked.answer()).channel)?.members.delete(slack.workspace.bot.userId);
    const answer = await (await ana.choose(null, asked.ts, 'Answer this')).answer();
    expect(answer).toMatchObject({ thread: asked.ts, ephemeralTo: null });
    const alone = await (await ana.choose(null, asked.ts, 'Answer this privately')).answer();
    expect(alone).toMatchObject({ ephemeralTo: ana.id });
  });

  test('"Check this answer" runs verify on the words as they were typed', async () => {
    const { slack, tutor } = setting;
    const said = await (await question()).answer();
    await (await slack.user('ben').choose('general', said.ts, 'Check this answer')).answer();
    expect(tutor.asked[1]).toMatchObject({ command: 'verify', input: { values: { question: said.text } } });
  });

  test('an entry made of an answer goes on from the question that it answers', async () => {
    const { slack, tutor } = setting;
    const answer = await (await question()).answer();
    await (await slack.user('ana').dm('something else')).answer();
    await (await slack.user('ben').choose('general', answer.ts, 'Save as FAQ')).answer();
    expect(tutor.asked.at(-1)?.earlier).toBe('pool 4x4 &amp; <what>');
  });

  test('a button that sends an answer to the chosen message replies there, for all to see', async () => {
    const { slack, tutor } = setting;
    const asked = await question();
    await asked.answer();
    tutor.respond = ({ way, about }) => {
      if (way !== 'menu') return answering({ title: 'sent' });
      const send = { kind: 'ask', label: 'send', command: 'ask', options: { question: 'x' } } as const;
      return answering({ visibility: 'private', actions: [{ ...send, to: about ?? '' }] });
    };
    const ben = slack.user('ben');
    const offer = await (await ben.choose('general', asked.ts, 'Answer this')).answer();
    await ben.press(offer, 'send');
    await slack.workspace.journal.until(
      (entry) =>
        entry.kind === 'posted' &&
        entry.message.thread === asked.ts &&
        entry.message.ephemeralTo === null &&
        seen(entry.message) === 'sent',
    );
    expect(offer.ephemeralTo).toBe(ben.id);
  });

  test('"Save as FAQ" opens the form, filled in with the message', async () => {
    const { slack, tutor } = setting;
    const asked = await question();
    await asked.answer();
    tutor.respond = () => form;
    const ben = slack.user('ben');
    const view = await (await ben.choose('general', asked.ts, 'Save as FAQ')).view();
    expect(tutor.asked.at(-1)).toMatchObject({
      command: 'faq add',
      input: { values: { answer: 'pool 4x4 &amp; <what>' } },
    });
    expect(JSON.stringify(view.view)).toContain('use padding');
    tutor.respond = () => answering({ title: 'saved', visibility: 'private' });
    const told = await (await ben.submit(view, { answer: 'use padding same' })).answer();
    expect(told.ephemeralTo).toBe(ben.id);
    expect(seen(told)).toBe('saved');
  });
});
