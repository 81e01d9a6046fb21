import { afterEach, expect, it } from 'vitest';
import type { Invocation, Task } from '../../../src/command/index.ts';
import { memoryState } from '../../../src/platform/memory.ts';
import { answering, type Desk, held, joinLifeguard, type Lifeguard, startLifeguard } from './lifeguard.ts';
import { byBot } from './posts.ts';

let lifeguard: Lifeguard;
let second: Lifeguard | null = null;

afterEach(async () => {
  await second?.bot.stop();
  second = null;
  await lifeguard.stop();
});

const minute = 60_000;

/** The next process on the same store. */
async function startAgain(desk: Desk = {}): Promise<Lifeguard> {
  second = await joinLifeguard(lifeguard.discord, desk, { state: lifeguard.state });
  return second;
}

const withButton = ({ input }: Invocation): Task => {
  const question = input.kind === 'options' ? String(input.values.question) : input.text;
  const again = { kind: 'ask', label: 'more', command: 'pool', options: { question: 'more of it' } } as const;
  return answering({ title: question, actions: [again, { kind: 'delete', label: 'delete' }] });
};

it('buttons and their owner survive a restart', async () => {
  lifeguard = await startLifeguard({ prepare: withButton });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const answer = await ana.mention('first').answer();
  await lifeguard.bot.stop();
  await startAgain({ prepare: withButton });
  const others = await discord.user('ben').press(answer.button('more')).answer();
  expect(others).toMatchObject({ text: '## more of it', isPrivate: true });
  expect(await ana.press(answer.button('more')).answer()).toMatchObject({
    id: answer.id,
    text: '## more of it',
  });
});

it('takes every message of a long answer away, also after a restart', async () => {
  const long = answering({
    title: 'long',
    blocks: [{ kind: 'text', content: 'word '.repeat(1_500) }],
    actions: [{ kind: 'delete', label: 'delete' }],
  });
  lifeguard = await startLifeguard({ prepare: () => long });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const said = ana.mention('first');
  const answer = await said.answer();
  await said.next(1);
  await lifeguard.bot.stop();
  await startAgain({ prepare: () => long });
  const note = await ana.press(answer.button('delete')).followUp();
  expect(note).toMatchObject({ text: 'The answer is deleted.', isPrivate: true });
  expect(byBot(discord)).toEqual([note.id]);
});

it.each([
  ['a command', 'public'],
  ['a command', 'private'],
] as const)('%s that a stop leaves unanswered (%s) is answered after the start', async (_, visibility) => {
  const slow = held({ title: 'never' }, visibility);
  lifeguard = await startLifeguard({ prepare: () => slow.task });
  const ana = lifeguard.discord.user('ana');
  const asked = ana.slash('pool', { question: 'left behind' });
  await asked.acknowledged();
  await lifeguard.bot.stop(0);
  const { asked: prepared } = await startAgain({
    prepare: () => answering({ title: 'at last' }, visibility),
  });
  const answer = await asked.answer();
  expect(answer).toMatchObject({ text: '## at last', isPrivate: visibility === 'private' });
  expect(prepared).toMatchObject([
    { command: 'pool', user: ana.id, input: { kind: 'options', values: { question: 'left behind' } } },
  ]);
});

it('a command that is taken up after its time is answered in the channel', async () => {
  const slow = held({ title: 'never' });
  lifeguard = await startLifeguard({ prepare: () => slow.task });
  const { discord } = lifeguard;
  const ana = discord.user('ana');
  const said = ana.say('watching the channel');
  const asked = ana.slash('pool', { question: 'left behind' });
  await asked.acknowledged();
  await lifeguard.bot.stop(0);
  discord.clock.advance(15 * minute + 1);
  await startAgain({ prepare: () => answering({ title: 'at last' }) });
  expect((await said.next(1)).text).toContain(`<@${ana.id}>, this took longer`);
  expect((await said.next(2)).text).toBe('## at last');
});

it('a mention that a stop leaves unanswered is answered after the start', async () => {
  const slow = held({ title: 'never' });
  lifeguard = await startLifeguard({ prepare: () => slow.task });
  const said = lifeguard.discord.user('ana').mention('left behind');
  await said.typing();
  await lifeguard.bot.stop(0);
  await startAgain();
  expect(await said.answer()).toMatchObject({ text: '## left behind', replyTo: said.id });
});

it('a press that a stop leaves unanswered changes the answer after the start', async () => {
  const slow = held({ title: 'never' });
  lifeguard = await startLifeguard({
    prepare: (invocation) => (lifeguard.asked.length > 1 ? slow.task : withButton(invocation)),
  });
  const ana = lifeguard.discord.user('ana');
  const answer = await ana.mention('first').answer();
  const pressed = ana.press(answer.button('more'));
  await pressed.acknowledged();
  await lifeguard.bot.stop(0);
  await startAgain();
  expect(await pressed.answer()).toMatchObject({ id: answer.id });
});

it('takes up what an instance that died was answering, once its lease is over, and apologises the third time', async () => {
  let now = 0;
  const state = memoryState(() => now);
  const slow = held({ title: 'never' });
  lifeguard = await startLifeguard({ prepare: () => slow.task }, { state });
  const { discord } = lifeguard;
  const asked = discord.user('ana').slash('pool', { question: 'heavy' });
  await asked.acknowledged();
  const said = discord.user('ana').mention('heavy too');
  await said.typing();
  const both = Promise.withResolvers<void>();
  let taken = 0;
  const take = () => {
    taken += 1;
    if (taken === 2) both.resolve();
    return slow.task;
  };
  const dying = [await startAgain({ prepare: () => slow.task })];
  expect(dying[0]?.asked).toEqual([]);
  now += minute;
  dying.push(await joinLifeguard(discord, { prepare: take }, { state }));
  await both.promise;
  now += minute;
  const last = await joinLifeguard(discord, {}, { state });
  expect((await asked.answer()).text).toContain('I was interrupted while answering');
  expect((await said.answer()).text).toContain('I was interrupted while answering');
  expect(last.asked).toEqual([]);
  for (const one of [...dying, last]) await one.bot.stop(0);
});

it('answers once from two instances on one state', async () => {
  lifeguard = await startLifeguard();
  const { discord } = lifeguard;
  const other = await startAgain();
  const ana = discord.user('ana');
  await ana.mention('both of you').answer();
  await ana.slash('pool', { question: 'both again' }).answer();
  await other.bot.stop();
  await lifeguard.bot.stop();
  expect([...lifeguard.asked, ...other.asked]).toHaveLength(2);
  expect(byBot(discord)).toHaveLength(2);
});

it('keeps nothing of a question that is answered', async () => {
  const state = memoryState(() => Number.POSITIVE_INFINITY);
  lifeguard = await startLifeguard({}, { state });
  const ana = lifeguard.discord.user('ana');
  await ana.mention('one').answer();
  await ana.slash('pool', { question: 'two' }).answer();
  await lifeguard.bot.stop();
  expect(await state.questions.claim('discord', minute)).toEqual([]);
});

it('answers without a store', async () => {
  const away = () => Promise.reject(new Error('the store is away'));
  const state = {
    once: away,
    actions: { keep: away, find: away },
    answers: { link: away, byAnswer: away, byQuestion: away, forget: away },
    questions: { accept: away, answered: away, handBack: away, claim: away },
    calls: { claim: away, release: away },
  };
  lifeguard = await startLifeguard({ prepare: withButton }, { state });
  const ana = lifeguard.discord.user('ana');
  expect(await ana.slash('pool', { question: 'first' }).answer()).toMatchObject({
    text: '## first',
    buttons: [],
  });
  expect((await ana.mention('second').answer()).text).toBe('## second');
});
