import { PermissionFlagsBits } from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import { answering, held, joinLifeguard, type Lifeguard, startLifeguard } from './lifeguard.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

it('answers a mention by a reply that pings nobody', async () => {
  lifeguard = await startLifeguard();
  const { discord, asked } = lifeguard;
  const ana = discord.user('ana');
  const said = ana.mention('AveragePooling2D(2) on 4x4x4');
  const answer = await said.answer();
  expect(answer).toMatchObject({ text: '## AveragePooling2D(2) on 4x4x4', replyTo: said.id, pings: [] });
  expect(asked).toEqual([
    {
      platform: 'discord',
      community: discord.guild.id,
      channel: discord.guild.channel.id,
      user: ana.id,
      staff: false,
      roles: [],
      way: 'mention',
      command: 'ask',
      input: { kind: 'text', text: 'AveragePooling2D(2) on 4x4x4' },
      files: [],
      earlier: null,
    },
  ]);
});

it('knows who may manage the server', async () => {
  lifeguard = await startLifeguard();
  await lifeguard.discord
    .user('tutor', { permissions: PermissionFlagsBits.ManageGuild })
    .mention('hello')
    .answer();
  expect(lifeguard.asked[0]?.staff).toBe(true);
});

it('answers in the thread where it was asked', async () => {
  lifeguard = await startLifeguard();
  const thread = lifeguard.discord.guild.channel.thread('homework 3');
  const answer = await lifeguard.discord.user('ana').mention('what is GAP?', { in: thread }).answer();
  expect(answer.channel).toBe(thread.id);
});

it('answers a direct message without a mention', async () => {
  lifeguard = await startLifeguard();
  const said = lifeguard.discord.user('ana').dm('what is GAP?');
  expect((await said.answer()).text).toBe('## what is GAP?');
  expect(lifeguard.asked[0]).toMatchObject({
    community: null,
    staff: false,
    channel: said.message.channel_id,
  });
});

it('finds the question behind or before the mention', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const bot = `<@${discord.bot.id}>`;
  const texts = [
    `hey ${bot} what is GAP?`,
    `what is GAP? ${bot}`,
    `<@!${discord.bot.id}> what ${bot} is GAP?`,
    bot,
  ];
  for (const text of texts) await ana.say(text).answer();
  expect(lifeguard.asked.map(({ input }) => (input.kind === 'text' ? input.text : null))).toEqual([
    'what is GAP?',
    'what is GAP?',
    'what   is GAP?',
    '',
  ]);
});

it('leaves alone what does not ask it', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const answer = await ana.mention('a real question').answer();
  ana.say('@everyone look here', { mentionEveryone: true });
  ana.say('<@&123456789012345678> look here', { mentionRoles: ['123456789012345678'] });
  ana.say('thanks', { replyTo: answer.id });
  ana.say(`<@${ana.id}> talks to herself`);
  discord.user('another bot', { bot: true }).mention('from a bot');
  ana.mention('from a webhook', { webhook: true });
  await ana.mention('another real question').answer();
  expect(lifeguard.asked).toHaveLength(2);
});

it('shows that it types while it works', async () => {
  const slow = held({ title: 'done' });
  lifeguard = await startLifeguard({ prepare: () => slow.task });
  const said = lifeguard.discord.user('ana').mention('a hard one');
  await said.typing();
  slow.release();
  expect((await said.answer()).text).toBe('## done');
});

it('says even a private answer in its place, as a message cannot be private', async () => {
  lifeguard = await startLifeguard({ prepare: () => answering({ title: 'no such layer' }, 'private') });
  const said = lifeguard.discord.user('ana').mention('Pool2D');
  expect(await said.answer()).toMatchObject({ text: '## no such layer', replyTo: said.id });
});

it('offers a form by a button, as only a press can open one', async () => {
  lifeguard = await startLifeguard({
    prepare: () => ({
      kind: 'form',
      form: {
        kind: 'form',
        title: 'New entry',
        command: 'faq add',
        fields: [field('text')],
        submit: 'Write it',
      },
    }),
  });
  const ana = lifeguard.discord.user('ana');
  const answer = await ana.mention('add an entry').answer();
  const { modal } = await ana.press(answer.button('Write it')).modal();
  expect(modal).toMatchObject({ title: 'New entry', custom_id: 'form faq add' });
});

it('answers once what the gateway delivers twice', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  await ana.mention('once').answer();
  await ana.slash('pool', { question: 'once' }).answer();
  discord.gateway.drop({ redeliver: 50 });
  await discord.journal.until('a resume', ({ kind }) => (kind === 'resumed' ? true : undefined));
  await ana.mention('afterwards').answer();
  expect(lifeguard.asked).toHaveLength(3);
});

it('posts one answer from two instances', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const other = await joinLifeguard(discord);
  const ana = discord.user('ana');
  await ana.mention('both of you').answer();
  await ana.slash('pool').answer();
  await other.bot.stop();
  await lifeguard.bot.stop();
  const byBot = [...discord.guild.channel.state.messages.values()].filter(
    ({ author }) => author.id === discord.bot.id,
  );
  expect(byBot).toHaveLength(2);
});

const field = (name: string) => ({
  name,
  label: 'The answer',
  multiline: true,
  required: true,
  value: '',
  maxLength: 4000,
});
