import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/store/index.ts';
import { type Chats, startChats } from './chats.ts';
import { pings, seen } from './slack/index.ts';
import { directChannel, type Entry, type Posted } from './slack/server/workspace.ts';

let chats: Chats;
let discord: Chats['discord'];
let slack: Chats['slack'];
let services: Chats['services'];
let stops: readonly (() => Promise<void>)[] = [];

beforeAll(async () => {
  const log = { info: () => {}, warn: () => {} };
  const store = await openStore({ url: ':memory:', secretKey: 'a key for tests', log });
  chats = await startChats(store);
  ({ discord, slack, services } = chats);
  stops = [chats.stop, store.close];
});

afterAll(async () => {
  for (const stop of stops) await stop();
});

const tutorOnDiscord = () => chats.tutorOnDiscord();

const staff = { user: 'ada', staff: true, roles: [] };
const manyEntries = JSON.stringify({
  lifeguardFaq: 1,
  entries: Array.from({ length: 200 }, (_, n) => ({ title: `Topic ${n}`, body: `About topic ${n}.` })),
});

const lateWork = 'How much does late work lose?';
const answeringLateWork = { title: lateWork, answer: 'Ten points a day.', triggers: lateWork };

/** What the form of "Save as FAQ" is filled in with. */
async function savedFrom(message: Parameters<ReturnType<typeof tutorOnDiscord>['messageMenu']>[1]) {
  const { modal } = await tutorOnDiscord().messageMenu('Save as FAQ', message).modal();
  const value = (name: string) =>
    modal.components.find(({ component }) => component.custom_id === name)?.component.value ?? '';
  return { title: value('title'), answer: value('answer'), triggers: value('triggers') };
}

const filled = {
  title: 'Flatten or GAP?',
  answer: 'GAP, for @everyone: {{pool GlobalAveragePooling2D() on 4x4x8}} numbers.',
  group: 'heads',
  triggers: 'do I need flatten before the dense layer',
};
const question = 'hi all, is flatten still needed or does GAP do?';

describe('on Discord', () => {
  test('a moderator writes an entry in a form', async () => {
    const tutor = tutorOnDiscord();
    const saved = await (await tutor.submit(tutor.slash('faq add'), filled)).answer();
    expect(saved.isPrivate).toBe(true);
    expect(saved.text).toContain('Saved as revision 1');
    expect(await tutor.autocomplete('faq show', { question: 'flaten' })).toHaveLength(1);
  });

  test('and answers a student in two clicks, publicly, as a reply that pings nobody else', async () => {
    const tutor = tutorOnDiscord();
    const said = discord.user('sam').say(question);
    const offered = await tutor.messageMenu('Answer this', said).answer();
    expect(offered.isPrivate).toBe(true);
    expect(offered.buttons[0]?.label).toBe('Flatten or GAP?');
    tutor.press(offered.button('Flatten or GAP?'));
    const answer = await said.answer();
    expect(answer).toMatchObject({ isPrivate: false, replyTo: said.id });
    expect(answer.text).toContain('8 numbers.');
    expect(answer.pings).toEqual([]);
    expect((await services.faq.stats(discord.guild.id)).uses).toBe(1);
  });

  test('"Did this help?" is told to the presser alone and leaves the answer as it is', async () => {
    const sam = discord.user('sam');
    const shown = await sam.slash('faq show', { question: 'Flatten or GAP?' }).answer();
    const thanks = await sam.press(shown.button('this helped')).followUp();
    expect(thanks.isPrivate).toBe(true);
    expect(sam.see(shown)?.text).toContain('8 numbers.');
    expect((await services.faq.stats(discord.guild.id)).helpful).toBe(1);
  });

  test('"Save as FAQ" opens the form with the message', async () => {
    const said = discord.user('sam').say('Because the window hangs over the edge.');
    expect(await savedFrom(said)).toEqual({ title: '', answer: said.message.content, triggers: '' });
  });

  test('and with the question that it replies to, where that was put to the bot', async () => {
    const asked = discord.user('sam').mention(lateWork);
    await asked.answer();
    const reply = tutorOnDiscord().say('Ten points a day.', { replyTo: asked.id });
    expect(await savedFrom(reply)).toEqual(answeringLateWork);
    const unseen = discord.user('sam').say('Is there a resit?');
    const onUnseen = tutorOnDiscord().say('In March.', { replyTo: unseen.id });
    expect(await savedFrom(onUnseen)).toEqual({ title: '', answer: 'In March.', triggers: '' });
  });

  test('or with the one that its thread began with', async () => {
    const asked = discord.user('sam').mention(lateWork);
    await asked.answer();
    const thread = discord.guild.channel.thread('late', asked.id);
    const inThread = tutorOnDiscord().say('Ten points a day.', { in: thread });
    expect(await savedFrom(inThread)).toEqual(answeringLateWork);
  });

  test('or with the one that the bot itself answers with it, or that a correction of that is for', async () => {
    const answer = await discord.user('sam').mention(lateWork).answer();
    expect(await savedFrom(answer)).toMatchObject({ title: lateWork, triggers: lateWork });
    const correction = tutorOnDiscord().say('Ten points a day.', { replyTo: answer.id });
    expect(await savedFrom(correction)).toEqual(answeringLateWork);
  });

  test('many entries are exported as a file, and come in again with it', async () => {
    const tutor = tutorOnDiscord();
    await services.faq.import(discord.guild.id, staff, manyEntries, { dryRun: false });
    const exported = await tutor.slash('faq export').answer();
    expect(exported.isPrivate).toBe(true);
    const [file] = exported.files;
    expect(file?.name).toBe('faq.json');
    const bytes = await discord.download(file?.url ?? '');
    const changed = Buffer.from(Buffer.from(bytes).toString().replace('About topic 7.', 'Changed since.'));
    const attached = { file: { name: 'faq.json', bytes: new Uint8Array(changed) } };
    const tried = await tutor.slash('faq import', {}, attached).answer();
    expect(tried.text).toContain('1 entry would be changed: Topic 7');
    const done = await tutor.slash('faq import', { apply: true }, attached).answer();
    expect(done.text).toContain('1 entry changed: Topic 7');
  });

  test('an edit opens the form with what is there, by a button', async () => {
    const tutor = tutorOnDiscord();
    const shown = await tutor.slash('faq edit', { question: 'Flatten or GAP?' }).answer();
    const saved = await (await tutor.submit(tutor.press(shown.button('edit')), { group: 'layers' })).answer();
    expect(saved.text).toContain('Saved as revision 2');
  });
});

/** What the bot says next to everybody in a thread. */
async function inThread(root: string, since: number): Promise<Posted> {
  const { journal, bot } = slack.workspace;
  const isIt = (entry: Entry): entry is Entry & { readonly kind: 'posted' } =>
    entry.kind === 'posted' &&
    entry.message.user === bot.userId &&
    entry.message.thread === root &&
    entry.message.ephemeralTo === null;
  return (await journal.find(isIt, since)).message;
}

/** What the form of "Save as FAQ" on a message in #general is filled in with. */
async function formFrom(ts: string) {
  const { view } = await (await slack.user('tutor').choose('general', ts, 'Save as FAQ')).view();
  const inputs = z.object({ blocks: z.array(inputBlock) }).parse(view).blocks;
  const value = (name: string) =>
    inputs.find(({ block_id }) => block_id === name)?.element.initial_value ?? '';
  return { title: value('title'), answer: value('answer'), triggers: value('triggers') };
}

const inputBlock = z.object({
  block_id: z.string(),
  element: z.object({ initial_value: z.string().optional() }),
});

describe('on Slack', () => {
  test('a moderator writes an entry in a form', async () => {
    const tutor = slack.user('tutor');
    const view = await (await tutor.command('/lifeguard', 'faq add')).view();
    const saved = await (await tutor.submit(view, filled)).answer();
    expect(saved.ephemeralTo).toBe(tutor.id);
    expect(seen(saved)).toContain('Saved as revision 1');
  });

  test('and answers a student in two clicks, publicly, in the thread of the question', async () => {
    const tutor = slack.user('tutor');
    const said = await slack.user('sam').mention('general', question);
    await said.answer();
    const offered = await (await tutor.choose('general', said.ts, 'Answer this')).answer();
    expect(offered.ephemeralTo).toBe(tutor.id);
    const before = (await services.faq.stats(slack.workspace.team.id)).uses;
    const since = slack.workspace.journal.entries.length;
    await tutor.press(offered, 'Flatten or GAP?');
    const answer = await inThread(said.ts, since);
    expect(seen(answer)).toContain('8 numbers.');
    expect(pings(answer)).toEqual([]);
    expect((await services.faq.stats(slack.workspace.team.id)).uses).toBe(before + 1);
  });

  test('an edit opens the form with what is there, by a button', async () => {
    const tutor = slack.user('tutor');
    const shown = await (await tutor.command('/lifeguard', 'faq edit Flatten or GAP?')).answer();
    const view = await (await tutor.press(shown, 'edit')).view();
    const saved = await (await tutor.submit(view, { group: 'layers' })).answer();
    expect(seen(saved)).toContain('Saved as revision 2');
  });

  test('"Save as FAQ" opens the form with the message, and with the question that its thread began with', async () => {
    const [sam, tutor] = [slack.user('sam'), slack.user('tutor')];
    // Off topic, so that sam alone is told; and one that everybody gets to see an answer to.
    const asked = await sam.mention('general', lateWork);
    await asked.answer();
    // Who asks on in a thread is answered once the answer before is noted.
    const onTopic = await sam.mention('general', 'what is GAP?', { thread: asked.ts });
    const answer = await onTopic.answer();
    await (await sam.mention('general', 'and in 1D?', { thread: asked.ts })).answer();
    const reply = await tutor.say('general', 'Ten points a day.', { thread: asked.ts });
    expect(await formFrom(reply.ts)).toEqual(answeringLateWork);
    expect(await formFrom(answer.ts)).toMatchObject({ title: 'what is GAP?', triggers: 'what is GAP?' });
    const unseen = await sam.say('general', 'Is there a resit?');
    const onUnseen = await tutor.say('general', 'In March.', { thread: unseen.ts });
    expect(await formFrom(onUnseen.ts)).toEqual({ title: '', answer: 'In March.', triggers: '' });
  });

  test('many entries are exported as a file, and come in again with a mention that brings it', async () => {
    const tutor = slack.user('tutor');
    await services.faq.import(slack.workspace.team.id, staff, manyEntries, { dryRun: false });
    const exported = await tutor.command('/lifeguard', 'faq export format=markdown');
    const [told, end] = [await exported.answer(3), await exported.answer(4)];
    expect(seen(end)).toContain('in your direct messages with me, as faq.md');
    expect(told.channel).toBe(directChannel(slack.workspace, tutor.id).id);
    const [file] = told.files.map((id) => slack.workspace.files.get(id));
    expect(file?.name).toBe('faq.md');
    const bytes = Buffer.from((file?.bytes?.toString() ?? '').replace('About topic 7.', 'Changed since.'));
    const attached = { files: [{ name: 'faq.md', bytes }] };
    const tried = await (await tutor.mention('general', 'faq import', attached)).answer();
    expect(tried.ephemeralTo).toBe(tutor.id);
    expect(seen(tried)).toContain('1 entry would be changed: Topic 7');
    const done = await (await tutor.mention('general', 'faq import apply=true', attached)).answer();
    expect(seen(done)).toContain('1 entry changed: Topic 7');
    const refused = await (await slack.user('sam').mention('general', 'faq import', attached)).answer();
    expect(seen(refused)).toContain('is for teaching staff');
  });

  test('students are refused, privately', async () => {
    const sam = slack.user('sam');
    const refused = await (await sam.command('/lifeguard', 'faq add')).answer();
    expect(refused.ephemeralTo).toBe(sam.id);
    expect(seen(refused)).toContain('is for teaching staff');
  });
});

test('nothing of one community is in the other', async () => {
  const onDiscord = await services.faq.find(discord.guild.id, 'Flatten or GAP?');
  const onSlack = await services.faq.find(slack.workspace.team.id, 'Flatten or GAP?');
  expect(onDiscord?.id).not.toBe(onSlack?.id);
  expect(await services.faq.find(slack.workspace.team.id, onDiscord?.id ?? '')).toBeNull();
});
