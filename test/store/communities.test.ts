import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/faq/index.ts';
import type { Store } from '../../src/store/index.ts';
import { days, minutes, standingClock } from './clock.ts';
import { engines, open } from './engines.ts';
import { ada, bob, content, write } from './entries.ts';

/** The same of everything in one community. */
async function furnish(
  { faq, gaps, settings, actions, questions, answers, installations }: Store,
  community: string,
  at: Date,
) {
  await faq.commit(community, [write('e1', content(`Entry of ${community}`))], ada);
  await faq.vote(community, 'e1', 'student', true);
  await settings.change(community, { gaps: true }, ada);
  await gaps.add(community, { key: 'why', text: 'Why?', askedAt: at });
  await installations.save(community, { token: 'xoxb' });
  const [action = ''] = await actions.keep([{}], { asker: 'u', community });
  await questions.accept({ id: `q-${community}`, platform: 'slack', community, question: {} }, minutes);
  await answers.link({ place: community, question: 'm1', answer: 'm2', asker: 'u', community, text: '' });
  return { action };
}

describe.each(engines)('communities on $name', ({ database }) => {
  test('ids of another community find nothing and change nothing', async () => {
    const { faq, gaps, settings } = await open(await database());
    await faq.commit('victim', [write('e1', content('Secret', { aliases: ['s'] }))], ada);
    await settings.change('victim', { editors: ['ada'] }, ada);
    await gaps.add('victim', { key: 'why', text: 'Why?', askedAt: ada.at });
    const before = { changes: await faq.changes('victim', 0), trail: await faq.trail('victim', 9) };

    expect(await faq.entry('attacker', 'e1')).toBeNull();
    expect(await faq.named('attacker', 'secret')).toBeNull();
    expect(await faq.history('attacker', 'e1')).toEqual([]);
    expect((await faq.changes('attacker', 0)).entries).toEqual([]);
    expect(await faq.usage('attacker')).toEqual(new Map());
    expect(await faq.trail('attacker', 9)).toEqual([]);
    expect(await faq.used('attacker', 'e1', bob.at)).toBe(false);
    expect(await faq.vote('attacker', 'e1', 'eve', false)).toBe(false);
    const overwrite = write('e1', content('Defaced'), { basedOn: 1, change: 'edited' });
    expect(await faq.commit('attacker', [overwrite], bob)).toEqual({ kind: 'missing', id: 'e1' });
    expect(await settings.read('attacker')).toEqual(defaultSettings);
    expect(await gaps.list('attacker', new Date(0), 9)).toEqual([]);
    await gaps.drop('attacker', ['why']);

    // The same id and names in a community of its own are another entry.
    const namesake = write('e1', content('Secret', { aliases: ['s'] }));
    expect(await faq.commit('attacker', [namesake], bob)).toMatchObject({ kind: 'committed' });
    await faq.used('attacker', 'e1', bob.at);
    await faq.vote('attacker', 'e1', 'eve', false);

    expect({ changes: await faq.changes('victim', 0), trail: await faq.trail('victim', 9) }).toEqual(before);
    const untouched = { uses: 0, lastUsed: null, helpful: 0, unhelpful: 0 };
    expect(await faq.usage('victim')).toEqual(new Map([['e1', untouched]]));
    expect(await gaps.list('victim', new Date(0), 9)).toHaveLength(1);
    expect((await settings.read('victim')).editors).toEqual(['ada']);
  });

  test('a community that Lifeguard left loses tokens and conversations at once, its FAQ after 30 days', async () => {
    const clock = standingClock();
    const store = await open(await database(), clock);
    const left = await furnish(store, 'left', clock.now());
    const stays = await furnish(store, 'stays', clock.now());

    await store.communities.left('left');
    expect(await store.installations.find('left')).toBeNull();
    expect(await store.actions.find(left.action)).toBeNull();
    expect(await store.answers.byAnswer('left', 'm2')).toBeNull();
    expect(await store.gaps.list('left', new Date(0), 9)).toEqual([]);

    clock.pass(30 * days - 1);
    await store.purge();
    expect(await store.faq.entry('left', 'e1')).not.toBeNull();
    clock.pass(1);
    expect(await store.purge()).toMatchObject({ communities: 1 });
    expect(await store.faq.entry('left', 'e1')).toBeNull();
    expect(await store.faq.history('left', 'e1')).toEqual([]);
    expect(await store.faq.trail('left', 9)).toEqual([]);
    expect(await store.settings.read('left')).toEqual(defaultSettings);
    expect(await store.faq.entry('stays', 'e1')).not.toBeNull();
    expect(await store.installations.find('stays')).not.toBeNull();
    expect(stays.action).not.toBe(left.action);
  });

  test('a community that comes back within 30 days keeps its FAQ', async () => {
    const clock = standingClock();
    const store = await open(await database(), clock);
    await furnish(store, 'c1', clock.now());
    await store.communities.left('c1');
    clock.pass(20 * days);
    await store.communities.joined('c1');
    clock.pass(20 * days);
    await store.purge();
    expect(await store.faq.entry('c1', 'e1')).not.toBeNull();
    expect((await store.settings.read('c1')).gaps).toBe(true);
  });

  test('a purge deletes what has expired, and nothing before', async () => {
    const clock = standingClock();
    const store = await open(await database(), clock);
    await store.events.once('Ev1', minutes);
    await furnish(store, 'c1', clock.now());
    expect(await store.purge()).toEqual({ expired: 0, gaps: 0, communities: 0 });
    clock.pass(minutes);
    expect(await store.purge()).toEqual({ expired: 1, gaps: 0, communities: 0 });
    clock.pass(7 * days);
    expect(await store.purge()).toEqual({ expired: 3, gaps: 0, communities: 0 });
    clock.pass(83 * days);
    expect(await store.purge()).toEqual({ expired: 0, gaps: 1, communities: 0 });
    expect(await store.faq.entry('c1', 'e1')).not.toBeNull();
  });

  test('two settings changed at once are both kept', async () => {
    const url = await database();
    const [one, two] = await Promise.all([open(url), open(url)]);
    await Promise.all([
      one.settings.change('c1', { framework: 'torch' }, ada),
      two.settings.change('c1', { visibility: 'private' }, bob),
    ]);
    const changed = { ...defaultSettings, framework: 'torch', visibility: 'private' };
    expect(await one.settings.read('c1')).toEqual(changed);
    expect(await two.settings.all()).toEqual(new Map([['c1', changed]]));
  });

  test('gaps come newest first, and those that were answered are dropped', async () => {
    const clock = standingClock();
    const { gaps } = await open(await database(), clock);
    for (const key of ['a', 'b', 'a']) {
      await gaps.add('c1', { key, text: `${key}?`, askedAt: clock.now() });
      clock.pass(minutes);
    }
    const keys = async (limit: number) => (await gaps.list('c1', new Date(0), limit)).map(({ key }) => key);
    expect(await keys(9)).toEqual(['a', 'b', 'a']);
    expect(await keys(2)).toEqual(['a', 'b']);
    await gaps.drop('c1', ['a']);
    expect(await keys(9)).toEqual(['b']);
  });
});
