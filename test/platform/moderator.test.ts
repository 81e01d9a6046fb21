import { PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createDispatcher, createServices, type Services } from '../../src/command/index.ts';
import { rasterize } from '../../src/picture/index.ts';
import { startDiscord } from '../../src/platform/discord/index.ts';
import { slackManifest, startSlack } from '../../src/platform/slack/index.ts';
import { openStore, platformState } from '../../src/store/index.ts';
import { answerAttachment } from '../../src/work/index.ts';
import { type DiscordServer, startDiscordServer } from './discord/server.ts';
import { pings, type SlackServer, seen, startSlackServer } from './slack/index.ts';
import type { Entry, Posted } from './slack/server/workspace.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const descriptions = commands.map(({ description }) => description);

let discord: DiscordServer;
let slack: SlackServer;
let services: Services;
let stops: readonly (() => Promise<void>)[] = [];

beforeAll(async () => {
  const store = await openStore({ url: ':memory:', secretKey: 'a key for tests', log: quiet });
  services = createServices(store, commands, { answerAttachment });
  const dispatcher = createDispatcher({ commands, services, log: quiet, questionsPerMinute: 1_000 });
  discord = await startDiscordServer();
  slack = await startSlackServer({ manifest: slackManifest(descriptions, { kind: 'socket' }) });
  const house = { commands: descriptions, dispatcher, rasterize, log: quiet, state: platformState(store) };
  const onDiscord = await startDiscord({
    ...house,
    token: discord.token,
    apiUrl: discord.apiUrl,
    guildId: null,
    shards: null,
    shardCount: null,
    communities: store.communities,
  });
  const onSlack = await startSlack({
    ...house,
    mode: { kind: 'socket', appToken: slack.appToken },
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    staff: [slack.user('tutor').id],
    communities: store.communities,
  });
  stops = [onDiscord.stop, onSlack.stop, discord.stop, slack.stop, store.close];
});

afterAll(async () => {
  for (const stop of stops) await stop();
});

const tutorOnDiscord = () => discord.user('tutor', { permissions: PermissionFlagsBits.ManageGuild });

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
    const { modal } = await tutorOnDiscord().messageMenu('Save as FAQ', said).modal();
    const values = modal.components.map(({ component }) => component.value);
    expect(values).toContain('Because the window hangs over the edge.');
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
