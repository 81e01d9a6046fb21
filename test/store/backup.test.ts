import { copyFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { backup } from '../../src/store/index.ts';
import { folder, open, sqlite } from './engines.ts';
import { ada, content, write } from './entries.ts';

test('a backup made while writes go on is consistent, and a bot starts on the restored copy', async () => {
  const url = await sqlite.database();
  const store = await open(url);
  for (let i = 0; i < 200; i++) await store.faq.commit('c1', [write(`a${i}`, content(`Before ${i}`))], ada);
  const at = await folder();
  const file = join(at, 'lifeguard.backup');
  const copying = store.backup(file);
  const during = Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      store.faq.commit('c1', [write(`b${i}`, content(`While ${i}`))], ada),
    ),
  );
  await Promise.all([copying, during]);
  expect(await readdir(at)).toEqual(['lifeguard.backup']);

  const restored = join(await folder(), 'lifeguard.db');
  await copyFile(file, restored);
  const { faq } = await open(restored);
  const { revision, entries } = await faq.changes('c1', 0);
  expect(entries.filter(({ id }) => id.startsWith('a'))).toHaveLength(200);
  expect(revision).toBe(entries.length);
  expect(await faq.trail('c1', 500)).toHaveLength(entries.length);
  expect(await faq.commit('c1', [write('new', content('After'))], ada)).toMatchObject({ kind: 'committed' });
});

test('restored as described over what a crash left, the database is as it was at the backup', async () => {
  const url = await sqlite.database();
  const store = await open(url);
  await store.faq.commit('c1', [write('e1', content('Before'))], ada);
  const file = join(await folder(), 'lifeguard.backup');
  await store.backup(file);
  await store.faq.commit('c1', [write('e2', content('After'))], ada);
  // As a killed process leaves them: the second entry stands in the log alone.
  const crashed = join(await folder(), 'lifeguard.db');
  for (const part of ['', '-wal', '-shm']) await copyFile(url + part, crashed + part);

  await copyFile(file, crashed);
  for (const part of ['-wal', '-shm']) await rm(crashed + part);
  expect(new Sqlite(crashed).pragma('integrity_check', { simple: true })).toBe('ok');
  const { faq } = await open(crashed);
  expect((await faq.changes('c1', 0)).entries.map(({ id }) => id)).toEqual(['e1']);
  expect(await faq.commit('c1', [write('e3', content('Again'))], ada)).toMatchObject({ kind: 'committed' });
});

test('a backup needs no running bot, takes the place of an older one, and leaves nothing half done', async () => {
  const url = await sqlite.database();
  const store = await open(url);
  await store.settings.change('c1', { gaps: true }, ada);
  const at = await folder();
  const file = join(at, 'lifeguard.backup');
  await backup(url, file);
  await store.settings.change('c1', { visibility: 'private' }, ada);
  await backup(`sqlite:${url}`, file);
  const copy = await open(file);
  expect(await copy.settings.read('c1')).toMatchObject({ gaps: true, visibility: 'private' });
  await expect(backup(join(at, 'missing.db'), file)).rejects.toMatchObject({ code: 'store-unavailable' });
  await expect(backup(url, join(at, 'no', 'such', 'folder'))).rejects.toThrow(/directory does not exist/);
});

test('PostgreSQL is backed up by its own tool, which the error names', async () => {
  await expect(backup('postgres://bot@db/lifeguard', 'x')).rejects.toThrow(/pg_dump .*pg_restore/);
});
