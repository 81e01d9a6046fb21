import { describe, expect, test } from 'vitest';
import { days, minutes, standingClock } from './clock.ts';
import { engines, open } from './engines.ts';

const question = (id: string) => ({ id, platform: 'slack', community: 'T1', question: { text: 'why?', id } });
const answer = {
  place: 'discord/c7',
  question: 'm1',
  answer: 'm2',
  asker: 'u1',
  community: 'g1',
  text: 'AveragePooling2D(2) on 4x4x4',
};

describe.each(engines)('platform state on $name', ({ database }) => {
  test('an event is new once, also when two instances ask at once, until its time has passed', async () => {
    const url = await database();
    const clock = standingClock();
    const stores = await Promise.all([open(url, clock), open(url, clock)]);
    const asked = await Promise.all(
      [...stores, ...stores].map(({ events }) => events.once('Ev1', 10 * minutes)),
    );
    expect(asked.filter(Boolean)).toHaveLength(1);
    const [store] = stores;
    expect(await store.events.once('Ev2', minutes)).toBe(true);
    clock.pass(10 * minutes);
    expect(await store.events.once('Ev1', minutes)).toBe(true);
    expect(await store.events.once('Ev1', minutes)).toBe(false);
  });

  test('an action is found by its id for 7 days, with who may press it', async () => {
    const clock = standingClock();
    const { actions } = await open(await database(), clock);
    const owner = { asker: 'u1', community: null };
    const action = { kind: 'ask', options: { question: 'x', n: 2 } };
    const [id = '', second = ''] = await actions.keep([action, { kind: 'delete' }], owner);
    expect(id).toHaveLength(22);
    expect(await actions.find(id)).toEqual({ action, ...owner });
    expect(await actions.find(second)).toEqual({ action: { kind: 'delete' }, ...owner });
    expect(await actions.keep([], owner)).toEqual([]);
    expect(await actions.find(`${id}x`)).toBeNull();
    clock.pass(7 * days);
    expect(await actions.find(id)).toBeNull();
  });

  test('a question is accepted once and is nobody else’s while its lease lasts', async () => {
    const { questions } = await open(await database());
    expect(await questions.accept(question('q1'), minutes)).toBe(true);
    expect(await questions.accept(question('q1'), minutes)).toBe(false);
    expect(await questions.claim('slack', minutes)).toEqual([]);
  });

  test('questions that two instances accept in the same moment go to one of them each', async () => {
    const url = await database();
    const stores = await Promise.all([open(url), open(url)]);
    const asked = Array.from({ length: 40 }, (_, at) => question(`q${at}`));
    const accepted = await Promise.all(
      stores.flatMap(({ questions }, store) =>
        (store === 0 ? asked : asked.toReversed()).map((one) => questions.accept(one, minutes)),
      ),
    );
    expect(accepted.filter(Boolean)).toHaveLength(asked.length);
  });

  test('what an instance left unanswered goes to one other instance, of the same platform', async () => {
    const url = await database();
    const clock = standingClock();
    const [died, second, third] = await Promise.all([open(url, clock), open(url, clock), open(url, clock)]);
    await died.questions.accept(question('q1'), minutes);
    await died.questions.accept(question('q2'), minutes);
    await died.questions.answered('q2');
    clock.pass(minutes);
    expect(await second.questions.claim('discord', minutes)).toEqual([]);
    const claimed = await Promise.all([
      second.questions.claim('slack', minutes),
      third.questions.claim('slack', minutes),
    ]);
    expect(claimed.flat()).toEqual([{ ...question('q1'), attempts: 2 }]);
  });

  test('a clean stop hands its questions back at once', async () => {
    const { questions } = await open(await database());
    await questions.accept(question('q1'), minutes);
    await questions.handBack(['q1']);
    await questions.handBack([]);
    expect(await questions.claim('slack', minutes)).toMatchObject([{ id: 'q1', attempts: 2 }]);
    expect(await questions.claim('slack', minutes)).toEqual([]);
  });

  test('an answer is found by itself and by its question, for 7 days or until it is forgotten', async () => {
    const clock = standingClock();
    const { answers } = await open(await database(), clock);
    await answers.link(answer);
    await answers.link({ ...answer, answer: 'm3' });
    expect(await answers.byAnswer('discord/c7', 'm2')).toEqual(answer);
    expect(await answers.byAnswer('discord/c8', 'm2')).toBeNull();
    const both = await answers.byQuestion('discord/c7', 'm1');
    expect(both.map((message) => message.answer)).toEqual(['m2', 'm3']);
    await answers.forget('discord/c7', 'm3');
    expect(await answers.byAnswer('discord/c7', 'm3')).toBeNull();
    clock.pass(7 * days);
    expect(await answers.byQuestion('discord/c7', 'm1')).toEqual([]);
  });

  test('an edited question replaces the text that its answer stands for', async () => {
    const { answers } = await open(await database());
    await answers.link(answer);
    await answers.link({ ...answer, text: 'with padding same' });
    expect(await answers.byQuestion('discord/c7', 'm1')).toEqual([{ ...answer, text: 'with padding same' }]);
  });
});
