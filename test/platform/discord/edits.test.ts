import { afterEach, expect, it } from 'vitest';
import { answering, held, type Lifeguard, startLifeguard } from './lifeguard.ts';
import { byBot } from './posts.ts';

let lifeguard: Lifeguard;

afterEach(() => lifeguard.stop());

/** The next edit of a message, as its text. */
const edited = (id: string) =>
  lifeguard.discord.journal.until('an edit', (event) =>
    event.kind === 'edited' && event.message.id === id ? JSON.stringify(event.message.components) : undefined,
  );

const deleted = (id: string) =>
  lifeguard.discord.journal.until('a deletion', (event) =>
    event.kind === 'deleted' && event.id === id ? true : undefined,
  );

const mention = (text: string) => `<@${lifeguard.discord.bot.id}> ${text}`;

it('edits the answer to an edited question', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const said = ana.mention('4x4x4');
  const answer = await said.answer();
  ana.edit(said, mention('5x5x3'));
  expect(await edited(answer.id)).toContain('5x5x3');
  expect(byBot(discord)).toEqual([answer.id]);
  expect(lifeguard.asked).toHaveLength(2);
});

it('edits an answer in a direct message', async () => {
  lifeguard = await startLifeguard();
  const ana = lifeguard.discord.user('ana');
  const said = ana.dm('4x4x4');
  const answer = await said.answer();
  ana.edit(said, '5x5x3');
  expect(await edited(answer.id)).toContain('5x5x3');
});

it('puts a short answer in place of a long one', async () => {
  const blocks = [{ kind: 'text', content: 'word '.repeat(1_500) }] as const;
  lifeguard = await startLifeguard({
    prepare: () => answering(lifeguard.asked.length === 1 ? { title: 'long', blocks } : { title: 'short' }),
  });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const said = ana.mention('tell me all');
  const answer = await said.answer();
  await said.next(1);
  ana.edit(said, mention('briefly'));
  expect(await edited(answer.id)).toContain('short');
  await lifeguard.bot.stop();
  expect(byBot(discord)).toEqual([answer.id]);
});

it('leaves the answer where nothing was edited, or the mention was taken away', async () => {
  lifeguard = await startLifeguard();
  const ana = lifeguard.discord.user('ana');
  const said = ana.mention('see https://example.org');
  await said.answer();
  ana.unfurl(said);
  ana.edit(said, mention('see https://example.org'));
  ana.edit(said, 'never mind');
  await ana.mention('something else').answer();
  expect(lifeguard.asked).toHaveLength(2);
});

it('answers a mention that an edit adds, soon after the message', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const said = ana.say('what is GAP?');
  ana.edit(said, mention('what is GAP?'));
  expect((await said.answer()).text).toBe('## what is GAP?');
  const old = ana.say('what is GMP?');
  discord.clock.advance(11 * 60_000);
  ana.edit(old, mention('what is GMP?'));
  await ana.mention('something else').answer();
  expect(lifeguard.asked).toHaveLength(2);
});

it('an edit while the answer is made is answered after it', async () => {
  const slow = held({ title: 'first' });
  lifeguard = await startLifeguard({
    prepare: () => (lifeguard.asked.length === 1 ? slow.task : answering({ title: 'second' })),
  });
  const ana = lifeguard.discord.user('ana');
  const said = ana.mention('4x4x4');
  await said.typing();
  ana.edit(said, mention('5x5x3'));
  slow.release();
  const answer = await said.answer();
  expect(await edited(answer.id)).toContain('second');
});

it('removes the answer to a deleted question, all of it', async () => {
  const blocks = [{ kind: 'text', content: 'word '.repeat(1_500) }] as const;
  lifeguard = await startLifeguard({ prepare: () => answering({ title: 'long', blocks }) });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const said = ana.mention('tell me all');
  const answer = await said.answer();
  await said.next(1);
  ana.remove(said);
  await deleted(answer.id);
  await lifeguard.bot.stop();
  expect(byBot(discord)).toEqual([]);
  expect(await lifeguard.state.answers.byQuestion(`discord/${answer.channel}`, said.id)).toEqual([]);
});

it('posts no answer to a question that was deleted meanwhile', async () => {
  const slow = held({ title: 'done' });
  lifeguard = await startLifeguard({ prepare: () => slow.task });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const said = ana.mention('never mind');
  await said.typing();
  ana.remove(said);
  await ana.autocomplete('pool', { layer: 'x' });
  slow.release();
  await lifeguard.bot.stop();
  expect(byBot(discord)).toEqual([]);
});

it('an answer that was deleted by hand does not come back with an edit, nor is it kept', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const said = ana.mention('4x4x4');
  const answer = await said.answer();
  ana.remove({ ...said, id: answer.id, message: answer.api });
  ana.edit(said, mention('5x5x3'));
  await ana.mention('something else').answer();
  expect(await lifeguard.state.answers.byAnswer(`discord/${answer.channel}`, answer.id)).toBeNull();
  expect(byBot(discord)).toHaveLength(1);
});
