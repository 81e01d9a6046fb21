import { afterEach, expect, it } from 'vitest';
import { type Lifeguard, startLifeguard } from './lifeguard.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

const last = () => {
  const { input, earlier } = lifeguard.asked.at(-1) ?? {};
  return { text: input?.kind === 'text' ? input.text : null, earlier };
};

it('a reply to an answer, with the ping on, goes on from its question', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const answer = await ana.mention('AveragePooling2D(2) on 4x4x4').answer();
  const second = await ana.say('and with padding same?', { replyTo: answer.id, pingReplied: true }).answer();
  expect(last()).toEqual({ text: 'and with padding same?', earlier: 'AveragePooling2D(2) on 4x4x4' });
  await discord.user('ben').say('and stride 1?', { replyTo: second.id, pingReplied: true }).answer();
  expect(last()).toEqual({
    text: 'and stride 1?',
    earlier: 'AveragePooling2D(2) on 4x4x4\nand with padding same?',
  });
});

it('goes on from the answer to a command, as its options had it', async () => {
  lifeguard = await startLifeguard();
  const ana = lifeguard.discord.user('ana');
  const answer = await ana.slash('pool', { question: '4x4x4', pool_size: 2, private: false }).answer();
  await ana.say('and as PyTorch?', { replyTo: answer.id, pingReplied: true }).answer();
  expect(last().earlier).toBe('4x4x4 pool_size=2');
});

it('a mention in a reply to an answer goes on from it too', async () => {
  lifeguard = await startLifeguard();
  const ana = lifeguard.discord.user('ana');
  const answer = await ana.mention('4x4x4').answer();
  await ana.mention('and padding?', { replyTo: answer.id }).answer();
  expect(last()).toEqual({ text: 'and padding?', earlier: '4x4x4' });
});

it('a bare quote, a reply without the ping, or to what is no answer asks nothing', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const answer = await ana.mention('4x4x4').answer();
  ana.say('', { replyTo: answer.id, pingReplied: true });
  ana.say('> 2 × 2 × 4', { replyTo: answer.id, pingReplied: true });
  ana.say('and padding?', { replyTo: answer.id });
  const own = ana.say('a note to myself');
  ana.say('and padding?', { replyTo: own.id });
  await ana.mention('something else').answer();
  expect(lifeguard.asked).toHaveLength(2);
  expect(last().earlier).toBeNull();
});

it('in a thread a mention goes on from what the same person asked there before', async () => {
  lifeguard = await startLifeguard();
  const { discord, asked } = lifeguard;
  const thread = discord.guild.channel.thread('homework 3');
  const ana = discord.user('ana');
  await ana.mention('4x4x4', { in: thread }).answer();
  await discord.user('ben').mention('what is GAP?', { in: thread }).answer();
  expect(last().earlier).toBeNull();
  await ana.mention('and padding?', { in: thread }).answer();
  expect(last()).toEqual({ text: 'and padding?', earlier: '4x4x4' });
  expect(asked[0]).toMatchObject({ channel: thread.id, parent: discord.guild.channel.id });
});

it('keeps what an edited follow-up goes on from', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const thread = discord.guild.channel.thread('homework 3');
  const ana = discord.user('ana');
  await ana.mention('4x4x4', { in: thread }).answer();
  const said = ana.mention('and padding?', { in: thread });
  const answer = await said.answer();
  ana.edit(said, `<@${discord.bot.id}> and strides?`);
  await discord.journal.until('an edit', (event) =>
    event.kind === 'edited' && event.message.id === answer.id ? true : undefined,
  );
  expect(last()).toEqual({ text: 'and strides?', earlier: '4x4x4' });
});

it('in a direct message too, but not in a channel', async () => {
  lifeguard = await startLifeguard();
  const ana = lifeguard.discord.user('ana');
  await ana.dm('4x4x4').answer();
  await ana.dm('and padding?').answer();
  expect(last().earlier).toBe('4x4x4');
  await ana.mention('4x4x4').answer();
  await ana.mention('and padding?').answer();
  expect(last().earlier).toBeNull();
});

it('what is deleted is no longer gone on from', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const said = ana.dm('4x4x4');
  const answer = await said.answer();
  ana.remove(said);
  await discord.journal.until('a deletion', (event) =>
    event.kind === 'deleted' && event.id === answer.id ? true : undefined,
  );
  await ana.dm('and padding?').answer();
  expect(last().earlier).toBeNull();
});
