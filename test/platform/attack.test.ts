import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { type Chats, startChats } from './chats.ts';
import type { Asked } from './discord/driver/asked.ts';
import type { Button, Shown } from './discord/driver/shown.ts';
import { seen } from './slack/index.ts';

/** Staff of another server or workspace try to reach what staff here keep, by every id that they could have seen. */

let chats: Chats;
let stops: readonly (() => Promise<void>)[] = [];
let id = '';
let edit: Button;
let history: Shown;
let gap = '';

const secret = 'The exam is on page 42.';
const saved = { title: 'Exam room', answer: secret, aliases: 'exam', triggers: 'where is the exam held' };

beforeAll(async () => {
  const log = { info: () => {}, warn: () => {} };
  const store = await openStore({ url: ':memory:', secretKey: 'a key for tests', log });
  chats = await startChats(store);
  stops = [chats.stop, store.close];
  const { discord, services, tutorOnDiscord } = chats;
  const home = discord.guild.id;
  const tutor = tutorOnDiscord();
  await tutor.slash('faq save', saved).answer();
  await tutor.slash('faq save', { entry: 'Exam room', answer: `${secret} Really.` }).answer();
  edit = (await tutor.slash('faq edit', { question: 'Exam room' }).answer()).button('edit');
  history = await tutor.slash('faq history', { question: 'Exam room' }).answer();
  await tutor.slash('settings', { gaps: true }).answer();
  await discord.user('sam').mention('who grades the second lab?').answer();
  id = (await services.faq.find(home, 'Exam room'))?.id ?? '';
  gap = (await services.faq.gaps.list(home))[0]?.key ?? '';
});

afterAll(async () => {
  for (const stop of stops) await stop();
});

async function untouched() {
  const { services, discord } = chats;
  const entry = await services.faq.find(discord.guild.id, id);
  expect(entry).toMatchObject({ revision: 2, content: { title: 'Exam room', body: `${secret} Really.` } });
  expect(await services.faq.gaps.list(discord.guild.id)).toHaveLength(1);
  expect((await services.faq.usage(discord.guild.id)).get(id)?.unhelpful ?? 0).toBe(0);
}

test('the ids are there', () => {
  expect(id).not.toBe('');
  expect(gap).not.toBe('');
});

describe('from another server on Discord', () => {
  const elsewhere = () => {
    const guild = chats.discord.createGuild();
    // The bot is invited while it runs.
    chats.discord.rejoin(guild);
    return { place: guild.channel, eve: chats.tutorOnDiscord() };
  };

  test('no command reaches an entry by its id or names', async () => {
    const { place, eve } = elsewhere();
    const tries = [
      ...['show', 'edit', 'history', 'remove', 'recover', 'search', 'list'].flatMap((name) =>
        [id, 'Exam room', 'exam'].map((question) => [`faq ${name}`, { question }] as const),
      ),
      ['faq restore', { question: id, revision: 1 }],
      ['faq vote', { question: id, helpful: false }],
      ['faq save', { entry: id, based_on: 2, title: 'Hers', answer: 'Hers' }],
      ['faq save', { title: 'Hers', answer: 'Hers', gap }],
      ['faq gaps', { drop: gap }],
      ['faq gaps', {}],
      ['faq export', {}],
      ['faq stats', {}],
      ['faq history', {}],
    ] as const;
    for (const [command, options] of tries) {
      const { text } = await eve.slash(command, options, { in: place }).answer();
      expect(`${command}: ${text}`).not.toContain('page 42');
      expect(`${command}: ${text}`).not.toContain('second lab');
    }
    await untouched();
  });

  test('nor completion, nor a mention', async () => {
    const { place, eve } = elsewhere();
    for (const typed of ['', 'ex', id])
      expect(await eve.autocomplete('faq show', { question: typed }, { in: place })).toEqual([]);
    const asked = await eve.mention('where is the exam held', { in: place }).answer();
    expect(asked.text).not.toContain('page 42');
  });

  test('nor the id of a button that was shown there', async () => {
    const { place, eve } = elsewhere();
    const { api } = await eve.slash('help', {}, { in: place }).answer();
    for (const { customId } of [edit, ...history.buttons]) {
      const pressed = await eve.press({ label: '', customId, message: api }).answer();
      expect(pressed.text).toMatch(/button/i);
      expect(pressed.text).not.toContain('page 42');
    }
    await untouched();
  });

  test('nor a form with the id of an entry in it', async () => {
    const { place, eve } = elsewhere();
    const own = eve.slash('faq add', {}, { in: place });
    const forged: Asked = {
      ...own,
      modal: async () => {
        const { modal, asked } = await own.modal();
        return { asked, modal: { ...modal, custom_id: `form faq save entry="${id}" based_on=2` } };
      },
    };
    const sent = await (await eve.submit(forged, { title: 'Hers', answer: 'Hers' })).answer();
    expect(sent.text).toContain('found no entry');
    await untouched();
  });
});

describe('from a workspace on Slack', () => {
  test('no command reaches an entry by its id', async () => {
    const eve = chats.tutorOnSlack();
    for (const call of [
      `show ${id}`,
      `edit ${id}`,
      `history ${id}`,
      `remove ${id}`,
      `restore ${id} revision=1`,
      `vote ${id} helpful=false`,
      `save entry=${id} based_on=2 title=Hers answer=Hers`,
      `gaps drop=${gap}`,
    ]) {
      const answer = await (await eve.command('/lifeguard', `faq ${call}`)).answer();
      expect(seen(answer)).not.toContain('page 42');
    }
    await untouched();
  });

  test('nor the id of a button that was shown elsewhere', async () => {
    const eve = chats.tutorOnSlack();
    await (await eve.command('/lifeguard', 'faq save title=Own answer=Own')).answer();
    const own = await (await eve.command('/lifeguard', 'faq edit Own')).answer();
    const [, stolen = ''] = edit.customId.split(' ');
    const forged = JSON.stringify(own.blocks).replaceAll(/"value":"[^"]*"/g, `"value":"${stolen}"`);
    const pressed = await eve.press({ ...own, blocks: JSON.parse(forged) }, 'edit');
    const told = await pressed.answer();
    expect(seen(told)).toMatch(/button/i);
    expect(seen(told)).not.toContain('page 42');
    await untouched();
  });
});
