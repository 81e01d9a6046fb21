import { describe, expect, test, vi } from 'vitest';
import { answersIn, createSettings, defaultSettings, mayEdit } from '../../src/faq/index.ts';
import { engines, open, postgres } from '../store/engines.ts';
import { gateTo } from '../store/gate.ts';
import { student, teacher } from './household.ts';

describe.each(engines)('settings on $name', ({ database }) => {
  test('without any, the defaults hold; changed ones hold from then on, for this community', async () => {
    const { settings: store } = await open(await database());
    const settings = createSettings(store);
    expect(settings.known('c1')).toEqual(defaultSettings);
    const saved = await settings.change('c1', teacher, { framework: 'torch', channels: ['help'] });
    expect(saved).toMatchObject({ kind: 'saved', settings: { framework: 'torch', visibility: 'public' } });
    expect(settings.known('c1')).toMatchObject({ framework: 'torch', channels: ['help'] });
    expect(await settings.read('c2')).toEqual(defaultSettings);
    await settings.change('c1', teacher, { framework: null });
    expect(await createSettings(store).read('c1')).toMatchObject({ framework: null, channels: ['help'] });
  });

  test('what another instance changed is known after preloading, and to who reads', async () => {
    const url = await database();
    const [here, there] = [await open(url), await open(url)];
    await createSettings(here.settings).change('c1', teacher, { gaps: true });
    const settings = createSettings(there.settings);
    await settings.preload();
    expect(settings.known('c1').gaps).toBe(true);
    await createSettings(here.settings).change('c1', teacher, { gaps: false });
    expect((await settings.read('c1')).gaps).toBe(false);
    expect(settings.known('c1').gaps).toBe(false);
  });
});

test('who asks without having waited gets the database’s settings soon after', async () => {
  const store = await open(':memory:');
  await store.settings.change('c1', { visibility: 'private' }, { by: 'ada', at: new Date(0) });
  const settings = createSettings(store.settings);
  expect(settings.known('c1').visibility).toBe('public');
  await vi.waitFor(() => expect(settings.known('c1').visibility).toBe('private'));
});

test('while the database is away the last settings stay in force', async () => {
  const gate = await gateTo(await postgres.database());
  const settings = createSettings((await open(gate.url)).settings);
  await settings.change('c1', teacher, { visibility: 'private' });
  await gate.shut();
  expect(settings.known('c1').visibility).toBe('private');
  expect(settings.known('c2')).toEqual(defaultSettings);
  await expect(settings.read('c1')).rejects.toMatchObject({ code: 'store-unavailable' });
  await expect(settings.change('c1', teacher, { gaps: true })).rejects.toMatchObject({
    code: 'store-unavailable',
  });
  expect(settings.known('c1')).toMatchObject({ visibility: 'private', gaps: false });
});

test('settings are for the platform’s staff alone: an editor cannot appoint editors', async () => {
  const store = await open(':memory:');
  const settings = createSettings(store.settings);
  await settings.change('c1', teacher, { editors: ['sam'], editorRoles: ['tutors'] });
  const tutor = { ...student, roles: ['tutors'] };
  expect(await settings.change('c1', tutor, { editors: ['eve'] })).toEqual({ kind: 'forbidden' });
  const now = await settings.read('c1');
  expect([teacher, student, tutor].map((person) => mayEdit(now, person))).toEqual([true, true, true]);
  expect(mayEdit(now, { user: 'eve', staff: false, roles: [] })).toBe(false);
  expect(mayEdit(defaultSettings, student)).toBe(false);
});

test('allowed channels: all, unless some are named', () => {
  expect(answersIn(defaultSettings, 'any')).toBe(true);
  const some = { ...defaultSettings, channels: ['help'] };
  expect([answersIn(some, 'help'), answersIn(some, 'any')]).toEqual([true, false]);
});
