import { describe, expect, test } from 'vitest';
import { platformState } from '../../src/store/index.ts';
import { engines, open, postgres } from './engines.ts';
import { gateTo } from './gate.ts';

const again = {
  kind: 'ask',
  label: 'Flatten or GAP?',
  command: 'faq show',
  options: { question: 'e1', private: false },
  to: 'm1',
} as const;

describe.each(engines)('what platforms remember on $name', ({ database }) => {
  test('is the same after a restart and in another instance', async () => {
    const url = await database();
    const [one, other] = [platformState(await open(url)), platformState(await open(url))];
    const [id = ''] = await one.actions.keep([again], 'ana', 'c1');
    expect(await other.actions.find(id)).toEqual({ action: again, asker: 'ana', community: 'c1' });
    expect(await one.once('event 1')).toBe(true);
    expect(await other.once('event 1')).toBe(false);
    const question = { id: 'q1', platform: 'slack', community: 'c1', question: { text: 'why?' } };
    expect(await one.questions.accept(question, 60_000)).toBe(true);
    expect(await other.questions.accept(question, 60_000)).toBe(false);
    await one.questions.handBack(['q1']);
    expect(await other.questions.claim('slack', 60_000)).toMatchObject([{ id: 'q1', attempts: 2 }]);
  });

  test('a human is called to an answer once, from whichever instance, unless the call is given back', async () => {
    const url = await database();
    const [one, other] = [platformState(await open(url)), platformState(await open(url))];
    const claims = await Promise.all([one.calls.claim('a1'), other.calls.claim('a1')]);
    expect(claims.toSorted()).toEqual([false, true]);
    expect(await one.calls.claim('a2')).toBe(true);
    await other.calls.release('a1');
    expect(await one.calls.claim('a1')).toBe(true);
    const call = { kind: 'call', label: 'call a human', about: 'm1' } as const;
    const [id = ''] = await one.actions.keep([call], 'ana', 'c1');
    expect(await other.actions.find(id)).toMatchObject({ action: call });
  });

  test('an action that this version does not know is forgotten, not guessed', async () => {
    const store = await open(await database());
    const owner = { asker: 'ana', community: null };
    const [id = ''] = await store.actions.keep([{ kind: 'dance' }], owner);
    expect(await platformState(store).actions.find(id)).toBeNull();
  });
});

test('while the database is away or silent, questions are answered once and buttons work, in this process', async () => {
  const gate = await gateTo(await postgres.database());
  const state = platformState(await open(gate.url));
  const [before = ''] = await state.actions.keep([again], 'ana', 'c1');
  gate.freeze();
  expect(await state.once('event 2')).toBe(true);
  expect(await state.once('event 2')).toBe(false);
  const [during = ''] = await state.actions.keep([again], 'ana', 'c1');
  expect(await state.actions.find(during)).toMatchObject({ asker: 'ana' });
  expect(await state.actions.find(before)).toBeNull();
  const question = { id: 'q2', platform: 'slack', community: 'c1', question: {} };
  expect(await state.questions.accept(question, 60_000)).toBe(true);
  await state.questions.answered('q2');
  const link = { place: 'p', question: 'm1', answer: 'm2', asker: 'ana', community: 'c1', text: 'why?' };
  await state.answers.link(link);
  expect(await state.answers.byAnswer('p', 'm2')).toMatchObject({ question: 'm1' });
});
