import { PermissionFlagsBits } from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import { answering, held, type Lifeguard, startLifeguard } from './lifeguard.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

it('answers a slash command in its channel, with the typed options', async () => {
  lifeguard = await startLifeguard();
  const { discord, asked } = lifeguard;
  const ana = discord.user('ana', { permissions: PermissionFlagsBits.ManageGuild });
  const answer = await ana.slash('pool', { question: '4x4x4', pool_size: 2, private: false }).answer();
  expect(answer.text).toContain('"pool_size":2');
  expect(answer).toMatchObject({ isPrivate: false, pings: [], channel: discord.guild.channel.id });
  expect(asked).toEqual([
    {
      platform: 'discord',
      community: discord.guild.id,
      channel: discord.guild.channel.id,
      user: ana.id,
      staff: true,
      roles: [ana.person.role?.id],
      way: 'command',
      command: 'pool',
      input: { kind: 'options', values: { question: '4x4x4', pool_size: 2, private: false } },
      files: [],
      earlier: null,
    },
  ]);
});

it('names a subcommand after its command', async () => {
  lifeguard = await startLifeguard();
  await lifeguard.discord.user('ana').slash('faq show', { entry: 'strides' }).answer();
  expect(lifeguard.asked[0]).toMatchObject({
    command: 'faq show',
    input: { kind: 'options', values: { entry: 'strides' } },
  });
});

it('acknowledges a slow job at once and answers when it is done', async () => {
  const slow = held({ title: 'after a while' });
  lifeguard = await startLifeguard({ prepare: () => slow.task });
  const asked = lifeguard.discord.user('ana').slash('pool');
  expect(await asked.acknowledged()).toEqual({ kind: 'deferred', isPrivate: false });
  lifeguard.discord.clock.advance(14 * 60_000);
  slow.release();
  expect((await asked.answer()).text).toBe('## after a while');
});

it('keeps a private answer private from the acknowledgement on', async () => {
  lifeguard = await startLifeguard({ prepare: () => answering({ title: 'for you' }, 'private') });
  const asked = lifeguard.discord.user('ana').slash('pool');
  expect(await asked.acknowledged()).toEqual({ kind: 'deferred', isPrivate: true });
  const answer = await asked.answer();
  expect(answer.isPrivate).toBe(true);
  expect(lifeguard.discord.user('ben').see(answer)).toBeNull();
});

it('makes an error private even after a public acknowledgement', async () => {
  const slow = held({ title: 'took too long', visibility: 'private' });
  lifeguard = await startLifeguard({ prepare: () => slow.task });
  const asked = lifeguard.discord.user('ana').slash('pool');
  expect(await asked.acknowledged()).toMatchObject({ isPrivate: false });
  slow.release();
  expect(await asked.answer()).toMatchObject({ text: '## took too long', isPrivate: true });
  expect(lifeguard.discord.guild.channel.state.messages.size).toBe(1);
});

it('apologises privately for a fault, under an id that the log has too', async () => {
  const broken = held({});
  lifeguard = await startLifeguard({ prepare: () => broken.task });
  const asked = lifeguard.discord.user('ana').slash('pool', { question: 'a secret question' });
  await asked.acknowledged();
  broken.fail(new TypeError('boom'));
  const answer = await asked.answer();
  expect(answer.isPrivate).toBe(true);
  const [fault] = lifeguard.log.filter(({ level }) => level === 'error');
  expect(fault).toMatchObject({ message: 'a Discord answer failed', facts: { command: 'pool' } });
  expect(answer.text).toContain(`\`${fault?.facts.fault}\``);
  expect(JSON.stringify(lifeguard.log)).not.toContain('secret');
});

it('apologises when it cannot even say what it will do, and answers the next', async () => {
  lifeguard = await startLifeguard({
    prepare: () => {
      if (lifeguard.asked.length < 3) throw new TypeError('boom');
      return answering({ title: 'fine again' });
    },
  });
  const ana = lifeguard.discord.user('ana');
  expect(await ana.slash('pool').answer()).toMatchObject({ isPrivate: true });
  expect((await ana.mention('and here').answer()).text).toContain('went wrong on my side');
  expect((await ana.slash('pool').answer()).text).toBe('## fine again');
});

it('apologises when Discord refuses the answer, and logs neither its text nor a token', async () => {
  lifeguard = await startLifeguard({ prepare: () => answering({ title: 'a secret answer' }) });
  const { discord } = lifeguard;
  discord.faults.add({
    route: /^PATCH \/webhooks/,
    times: 1,
    answer: { kind: 'status', status: 400 },
  });
  const asked = discord.user('ana').slash('pool');
  expect((await asked.answer()).text).toContain('went wrong on my side');
  const written = JSON.stringify(lifeguard.log);
  expect(written).toContain('/webhooks/…');
  expect(written).not.toContain('secret');
  expect(written).not.toMatch(/[\w-]{60}/);
});

it('waits out a rate limit and a server error', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const route = /^PATCH \/webhooks/;
  discord.faults.add({ route, times: 1, answer: { kind: 'limit', retryAfter: 0.05, global: false } });
  discord.faults.add({ route, times: 1, answer: { kind: 'status', status: 503 } });
  discord.faults.add({ route, times: 1, answer: { kind: 'limit', retryAfter: 0.05, global: true } });
  expect((await discord.user('ana').slash('pool', { question: 'still' }).answer()).text).toContain('still');
});

it.each([
  ['longer than a minute', { kind: 'limit', retryAfter: 61, global: false }],
  ['that lasts', { kind: 'status', status: 400 }],
] as const)('tells the asker directly where the channel takes no answer: a refusal %s', async (_, answer) => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  discord.faults.add({ route: /^POST \/channels\/\d+\/messages/, times: 2, answer });
  const ana = discord.user('ana');
  const said = ana.mention('4x4x4');
  const told = await discord.journal.until('a direct message', (event) =>
    event.kind === 'created' && event.message.channel_id !== said.message.channel_id ? event : undefined,
  );
  expect(JSON.stringify(told.message.components)).toContain('went wrong on my side');
});

it('says in the channel that a command was open for too long, with the answer where it was public', async () => {
  const slow = held({ title: 'very late' });
  lifeguard = await startLifeguard({ prepare: () => slow.task });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const said = ana.say('watching the channel');
  const asked = ana.slash('pool');
  await asked.acknowledged();
  discord.clock.advance(15 * 60_000 + 1);
  slow.release();
  const note = await said.next(1);
  expect(note.text).toContain(`<@${ana.id}>, this took longer`);
  expect(note.pings).toEqual([]);
  expect((await said.next(2)).text).toBe('## very late');
});

it('does not show a private answer to the channel when it comes too late', async () => {
  const slow = held({ title: 'between us' }, 'private');
  lifeguard = await startLifeguard({ prepare: () => slow.task });
  const { discord } = lifeguard;
  const said = discord.user('ana').say('watching the channel');
  const asked = discord.user('ana').slash('pool');
  await asked.acknowledged();
  discord.clock.advance(15 * 60_000 + 1);
  slow.release();
  expect((await said.next(1)).text).toContain('your private answer is lost');
  expect(discord.guild.channel.state.messages.size).toBe(3);
});

it('lets Discord tell of a command that came too late to acknowledge, and answers the next', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const prepared = lifeguard.asked;
  discord.faults.add({ route: /callback$/, times: 1, answer: { kind: 'status', status: 500 } });
  const late = discord.user('ana').slash('pool');
  discord.clock.advance(3_001);
  const next = await discord.user('ana').slash('pool', { question: 'next' }).answer();
  expect(next.text).toContain('next');
  await lifeguard.bot.stop();
  expect(prepared).toHaveLength(2);
  expect(lifeguard.log.map(({ message }) => message)).toContain('came too late with a Discord event');
  expect(late.id).not.toBe(next.id);
});

it('offers what the dispatcher knows for the option being typed', async () => {
  const typed: string[][] = [];
  lifeguard = await startLifeguard({
    complete: async (command, option, words) => {
      typed.push([command, option, words]);
      return [
        { name: 'AveragePooling2D', value: 'AveragePooling2D' },
        { name: 'x'.repeat(101), value: 'long name' },
        { name: 'too long to send', value: 'x'.repeat(101) },
        ...Array.from({ length: 26 }, (_, n) => ({ name: `layer ${n}`, value: `layer ${n}` })),
      ];
    },
  });
  const ana = lifeguard.discord.user('ana');
  const offered = await ana.autocomplete('pool', { question: 'q', layer: 'Av' });
  expect(offered.slice(0, 3)).toEqual(['AveragePooling2D', 'long name', 'layer 0']);
  expect(offered).toHaveLength(25);
  await ana.autocomplete('faq show', { entry: 'str' });
  expect(typed).toEqual([
    ['pool', 'layer', 'Av'],
    ['faq show', 'entry', 'str'],
  ]);
});
