import { describe, expect, test } from 'vitest';
import { engines, open } from './engines.ts';
import { ada, bob, content, write } from './entries.ts';

describe.each(engines)('FAQ on $name', ({ database }) => {
  test('an entry comes back as it was written', async () => {
    const { faq } = await open(await database());
    const gap = content('Why global pooling?', {
      group: 'Basics',
      aliases: ['gap'],
      triggers: ['why gap', 'ü "x" \n%'],
    });
    await faq.commit('c1', [write('e1', gap)], ada);
    expect(await faq.entry('c1', 'e1')).toEqual({
      id: 'e1',
      content: gap,
      revision: 1,
      removed: false,
      created: { by: 'ada', at: ada.at },
      changed: { by: 'ada', at: ada.at },
    });
  });

  test('an edit keeps the earlier revision in the history, with who, when and why', async () => {
    const { faq } = await open(await database());
    await faq.commit('c1', [write('e1', content('Old'))], ada);
    await faq.commit('c1', [write('e1', content('New'), { basedOn: 1, change: 'edited' })], bob);
    expect(await faq.history('c1', 'e1')).toEqual([
      { revision: 2, change: 'edited', content: content('New'), ...bob },
      { revision: 1, change: 'created', content: content('Old'), ...ada },
    ]);
    expect((await faq.entry('c1', 'e1'))?.created).toEqual({ by: 'ada', at: ada.at });
  });

  test('of two edits based on the same revision the second one gets the first one’s entry', async () => {
    const { faq } = await open(await database());
    await faq.commit('c1', [write('e1', content('Title'))], ada);
    const edit = (title: string) => write('e1', content(title), { basedOn: 1, change: 'edited' as const });
    const outcomes = await Promise.all([
      faq.commit('c1', [edit('Ada’s')], ada),
      faq.commit('c1', [edit('Bob’s')], bob),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict']);
    const kept = await faq.entry('c1', 'e1');
    expect(outcomes.find(({ kind }) => kind === 'conflict')).toEqual({ kind: 'conflict', current: kept });
    expect(await faq.revision('c1')).toBe(2);
  });

  test('a name has one owner, and is free again once the owner is removed or renamed', async () => {
    const { faq } = await open(await database());
    const owner = content('What is GAP?', { aliases: ['gap'] });
    await faq.commit('c1', [write('e1', owner)], ada);
    const rival = write('e2', content('GAP'));
    const taken = await faq.commit('c1', [rival], ada);
    expect(taken).toMatchObject({ kind: 'name-taken', name: 'GAP', by: { id: 'e1' } });
    expect(await faq.entry('c1', 'e2')).toBeNull();
    await faq.commit('c1', [write('e1', owner, { basedOn: 1, change: 'removed', removed: true })], ada);
    expect(await faq.commit('c1', [rival], ada)).toMatchObject({ kind: 'committed' });
    expect(await faq.named('c1', 'gap')).toMatchObject({ id: 'e2' });
    const recovered = await faq.commit('c1', [write('e1', owner, { basedOn: 2, change: 'recovered' })], ada);
    expect(recovered).toMatchObject({ kind: 'name-taken', by: { id: 'e2' } });
  });

  test('many writes are one: a conflict in the last one keeps all of them out', async () => {
    const { faq } = await open(await database());
    await faq.commit('c1', [write('old', content('Old'))], ada);
    const many = Array.from({ length: 1_200 }, (_, i) => write(`e${i}`, content(`Entry ${i}`)));
    const refused = await faq.commit('c1', [...many, write('old', content('Older'))], ada);
    expect(refused.kind).toBe('conflict');
    expect((await faq.changes('c1', 0)).entries).toHaveLength(1);
    const done = await faq.commit('c1', many, ada);
    expect(done.kind).toBe('committed');
    expect((await faq.changes('c1', 0)).entries).toHaveLength(1_201);
  });

  test('changes since a revision are those entries that changed after it, removed ones too', async () => {
    const { faq } = await open(await database());
    await faq.commit('c1', [write('e1', content('One')), write('e2', content('Two'))], ada);
    const before = await faq.revision('c1');
    await faq.commit(
      'c1',
      [write('e2', content('Two'), { basedOn: 1, change: 'removed', removed: true })],
      ada,
    );
    const { revision, entries } = await faq.changes('c1', before);
    expect(revision).toBe(before + 1);
    expect(entries.map(({ id, removed }) => [id, removed])).toEqual([['e2', true]]);
    expect((await faq.changes('c1', revision)).entries).toEqual([]);
  });

  test('uses are counted, and a voter’s last vote counts once', async () => {
    const { faq } = await open(await database());
    await faq.commit('c1', [write('e1', content('One'))], ada);
    await Promise.all([faq.used('c1', 'e1', ada.at), faq.used('c1', 'e1', ada.at)]);
    await faq.used('c1', 'e1', bob.at);
    await faq.vote('c1', 'e1', 'student 1', true);
    await faq.vote('c1', 'e1', 'student 2', true);
    await faq.vote('c1', 'e1', 'student 2', false);
    expect(await faq.usage('c1')).toEqual(
      new Map([['e1', { uses: 3, lastUsed: bob.at, helpful: 1, unhelpful: 1 }]]),
    );
  });

  test('the trail names every change, newest first', async () => {
    const { faq, settings } = await open(await database());
    await faq.commit('c1', [write('e1', content('One'))], ada);
    await settings.change('c1', { gaps: true, channels: ['help'] }, bob);
    const imported = ['e2', 'e3'].map((id) => write(id, content(id), { change: 'imported' }));
    await faq.commit('c1', imported, ada);
    expect(await faq.trail('c1', 10)).toEqual([
      { ...ada, action: 'imported', subject: '2 entries' },
      { ...bob, action: 'settings', subject: 'gaps, channels', why: null },
      { ...ada, action: 'created', subject: 'One' },
    ]);
    expect(await faq.trail('c1', 1)).toHaveLength(1);
  });
});
