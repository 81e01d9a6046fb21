import { afterEach, expect, it } from 'vitest';
import type { Block } from '../../../src/reply/index.ts';
import { answering, type Lifeguard, startLifeguard } from './lifeguard.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

const picture: Block = {
  kind: 'picture',
  alt: 'A window.',
  draw: () => ({ svg: '<svg/>', width: 1, height: 1 }),
};

/** A server where the app is only because ana has it for herself. */
const abroad = () => lifeguard.discord.createGuild({ hasBot: false }).channel;

it('answers who has the app for themselves, in a server that the bot is not in', async () => {
  lifeguard = await startLifeguard();
  const { discord, asked } = lifeguard;
  const place = abroad();
  const ana = discord.user('ana', { permissions: 1n << 5n });
  const answer = await ana.slash('pool', { question: '4x4x4' }, { in: place }).answer();
  expect(answer).toMatchObject({ channel: place.id, isPrivate: false });
  expect(asked[0]).toMatchObject({ community: place.state.guild?.id, roles: [ana.person.role?.id] });
});

it("answers a message there beside it, as the bot can't reply to it", async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const said = discord.user('ben').say('MaxPooling2D() on 28x28x64', { in: abroad() });
  const used = discord.user('ana').messageMenu('Answer this', said);
  expect(await used.followUp()).toMatchObject({ isPrivate: false, replyTo: null });
});

it('deletes its answer there, and brings it back', async () => {
  lifeguard = await startLifeguard({
    prepare: () => answering({ title: 'there', actions: [{ kind: 'delete', label: 'delete' }] }),
  });
  const ana = lifeguard.discord.user('ana');
  const answer = await ana.slash('pool', {}, { in: abroad() }).answer();
  const note = await ana.press(answer.button('delete')).followUp();
  expect(ana.see(answer)).toBeNull();
  expect((await ana.press(note.button('bring it back')).answer()).text).toBe('## there');
});

it.each([
  [60, 60, null],
  [61, 50, '2 more messages belong here'],
])('%i pictures come in the six messages that it may send there', async (count, shown, note) => {
  const blocks = Array.from({ length: count }, () => picture);
  lifeguard = await startLifeguard({ prepare: () => answering({ title: 'many', blocks }) });
  const place = abroad();
  await lifeguard.discord.user('ana').slash('pool', {}, { in: place }).followUp(4);
  await lifeguard.bot.stop();
  const messages = [...place.state.messages.values()];
  expect(messages).toHaveLength(6);
  expect(messages.flatMap(({ attachments }) => attachments)).toHaveLength(shown);
  const words = JSON.stringify(messages.at(-1)?.components);
  if (note !== null) expect(words).toContain(note);
  expect(JSON.stringify(lifeguard.log)).not.toContain('failed');
});
