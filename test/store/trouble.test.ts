import { spawnSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { folder, open, postgres, silent, sqlite } from './engines.ts';
import { ada, content, write } from './entries.ts';
import { gateTo } from './gate.ts';
import { administer } from './postgres.ts';

const away = { name: 'StoreUnavailable', code: 'store-unavailable', trouble: 'away' };
const options = { secretKey: 'a key for tests', log: silent };

describe('PostgreSQL away', () => {
  test('every operation fails with the one error, and all recovers by itself', async () => {
    const gate = await gateTo(await postgres.database());
    const store = await open(gate.url);
    await store.faq.commit('c1', [write('e1', content('One'))], ada);
    await gate.shut();
    await expect(store.faq.entry('c1', 'e1')).rejects.toMatchObject(away);
    await expect(store.faq.commit('c1', [write('e2', content('Two'))], ada)).rejects.toMatchObject(away);
    await expect(store.settings.change('c1', { gaps: true }, ada)).rejects.toMatchObject(away);
    await expect(store.events.once('Ev1', 1_000)).rejects.toMatchObject(away);
    expect(await store.healthy()).toBe(false);
    await gate.reopen();
    expect(await store.healthy()).toBe(true);
    expect(await store.faq.entry('c1', 'e1')).toMatchObject({ id: 'e1' });
    expect(await store.faq.entry('c1', 'e2')).toBeNull();
  });

  test('a server that falls silent in the middle of a change is given up on, and the change is not made', async () => {
    const database = await postgres.database();
    const gate = await gateTo(database);
    const store = await open(gate.url);
    expect(await store.healthy()).toBe(true);
    gate.freeze();
    await expect(store.faq.commit('c1', [write('e1', content('One'))], ada)).rejects.toMatchObject(away);
    await gate.reopen();
    expect(await store.faq.entry('c1', 'e1')).toBeNull();
    expect(await store.faq.commit('c1', [write('e1', content('One'))], ada)).toMatchObject({
      kind: 'committed',
    });
  });

  test('connections that the server ends are replaced', async () => {
    const database = await postgres.database();
    const store = await open(database);
    expect(await store.healthy()).toBe(true);
    const name = new URL(database).pathname.slice(1);
    const others = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`;
    await administer(database, others);
    // Whether the pool has heard of it yet or not: at most one operation meets the dead connection.
    await store.healthy();
    expect(await store.healthy()).toBe(true);
  });

  test('away at the start: the program starts, and the schema comes with the first use after', async () => {
    const gate = await gateTo(await postgres.database());
    await gate.shut();
    const store = await open(gate.url);
    expect(await store.healthy()).toBe(false);
    await gate.reopen();
    expect(await store.faq.commit('c1', [write('e1', content('One'))], ada)).toMatchObject({
      kind: 'committed',
    });
  });

  test('a wrong name in DATABASE_URL stops the start, with the server’s own words', async () => {
    const url = new URL(await postgres.database());
    url.pathname = '/no_such_database';
    await expect(openStore({ url: url.href, ...options })).rejects.toMatchObject({
      trouble: 'refused',
      message: expect.stringMatching(/look at DATABASE_URL \(database "no_such_database" does not exist\)/),
    });
  });

  test('a server that takes no writes says so', async () => {
    const database = await postgres.database();
    const store = await open(database);
    const name = new URL(database).pathname.slice(1);
    await administer(database, `alter database ${name} set default_transaction_read_only = on`);
    const readOnly = await open(database);
    await expect(readOnly.events.once('Ev1', 1_000)).rejects.toMatchObject({ trouble: 'read-only' });
    expect(await readOnly.faq.revision('c1')).toBe(0);
    expect(await store.healthy()).toBe(true);
  });
});

/** Runs `code` on a store at `path` in a process of its own that may write no file longer than `blocks` KiB. */
function inChild(path: string, code: string, { uid, blocks }: { uid?: number; blocks?: number } = {}) {
  const script = `
    import { openStore } from ${JSON.stringify(new URL('../../src/store/index.ts', import.meta.url).href)};
    const log = { warn: () => {}, info: () => {} };
    const told = (error) => console.log(error.trouble ?? error.name, error.message);
    try {
      const store = await openStore({ url: ${JSON.stringify(path)}, secretKey: 'k', log });
      ${code}
    } catch (error) { told(error); }`;
  const limit = blocks === undefined ? '' : `ulimit -f ${blocks}; `;
  return spawnSync(
    'bash',
    ['-c', `${limit}exec "$0" --input-type=module -e "$1"`, process.execPath, script],
    {
      encoding: 'utf8',
      ...(uid === undefined ? {} : { uid, gid: uid }),
    },
  );
}

/** Root may write anything, so that a test of permissions runs as nobody where the tests run as root. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};

describe('SQLite in trouble', () => {
  test('a file that may not be written is a clear sentence with its path', async () => {
    const path = await sqlite.database();
    await (await openStore({ url: path, ...options })).close();
    await chmod(path, 0o444);
    await chmod(join(path, '..'), 0o555);
    const { stdout } = inChild(path, `await store.events.once('Ev1', 1000);`, nobody);
    expect(stdout).toMatch(
      /^read-only The database file, or its folder, cannot be written by this user: .*lifeguard.db/,
    );
  });

  test('a full disk refuses the write, keeps what was confirmed, and goes on when there is room', async () => {
    const path = await sqlite.database();
    const store = await openStore({ url: path, ...options });
    await store.settings.change('c1', { gaps: true }, ada);
    await store.close();
    const entry = (i: number | string) => write(`e${i}`, content(`Entry ${i}`, { body: 'x'.repeat(3_000) }));
    const fill = `
      const { content, write, ada } = await import(${JSON.stringify(new URL('./entries.ts', import.meta.url).href)});
      const entry = (i) => write('e' + i, content('Entry ' + i, { body: 'x'.repeat(3_000) }));
      let confirmed = 0;
      try { for (;; confirmed++) await store.faq.commit('c1', [entry(confirmed)], ada); }
      catch (error) { told(error); }
      await store.faq.commit('c1', [entry('again')], ada).catch(told);
      await store.events.once('Ev' + 'x'.repeat(90_000), 1e9).catch(told);
      console.log(confirmed, (await store.settings.read('c1')).gaps);`;
    const said = inChild(path, fill, { blocks: 1_024 }).stdout.trim().split('\n');
    expect(said.slice(0, -1)).toEqual(
      Array.from({ length: 3 }, () => expect.stringMatching(/^(full|away) .*lifeguard.db/)),
    );
    const [confirmed, gaps] = (said.at(-1) ?? '').split(' ');
    expect(Number(confirmed)).toBeGreaterThan(10);
    expect(gaps).toBe('true');
    const { faq } = await open(path);
    const { entries } = await faq.changes('c1', 0);
    expect(entries).toHaveLength(Number(confirmed));
    expect(await faq.commit('c1', [entry('again')], ada)).toMatchObject({ kind: 'committed' });
  });

  test('a file that is no database, and a folder in its place, are refused at the start', async () => {
    const at = await folder();
    const noDatabase = join(at, 'notes.txt');
    await writeFile(noDatabase, 'Not a database at all. '.repeat(100));
    await expect(openStore({ url: noDatabase, ...options })).rejects.toMatchObject({
      trouble: 'damaged',
      message: expect.stringContaining(noDatabase),
    });
    const inPlace = join(at, 'folder');
    await mkdir(inPlace);
    await expect(openStore({ url: inPlace, ...options })).rejects.toMatchObject(away);
  });

  test('another process that keeps the file locked is waited for, and then it is the one error', async () => {
    const path = await sqlite.database();
    const store = await open(path);
    const other = new Sqlite(path);
    other.exec('begin immediate');
    await expect(store.events.once('Ev1', 1_000)).rejects.toMatchObject(away);
    const waiting = store.events.once('Ev1', 1_000);
    setImmediate(() => other.exec('commit'));
    expect(await waiting).toBe(true);
    other.close();
  });
});
