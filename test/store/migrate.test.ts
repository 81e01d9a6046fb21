import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openStore, StoreTooNew } from '../../src/store/index.ts';
import { engines, open, silent } from './engines.ts';
import { ada, content, write } from './entries.ts';
import { administer } from './postgres.ts';

const starting = fileURLToPath(new URL('./starting-instance.ts', import.meta.url));

describe.each(engines)('migrations on $name', ({ database }) => {
  test('of instances that start at once, in processes of their own, one migrates and all work', async () => {
    const url = await database();
    const said = await Promise.all(
      ['a', 'b'].map((id) => {
        const child = spawn(process.execPath, [starting, url, id], { stdio: ['ignore', 'pipe', 'inherit'] });
        return text(child.stdout);
      }),
    );
    expect(said.filter((line) => line.includes('migrated'))).toHaveLength(1);
    const { faq } = await open(url);
    const { entries } = await faq.changes('c1', 0);
    expect(entries.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });

  test('a second start changes nothing', async () => {
    const url = await database();
    const first = await openStore({ url, secretKey: 'k', log: silent });
    await first.faq.commit('c1', [write('e1', content('One'))], ada);
    await first.close();
    const ran: string[] = [];
    const log = {
      ...silent,
      info: ({ migrations }: { migrations: readonly string[] }) => ran.push(...migrations),
    };
    const second = await open(url, { log });
    expect(ran).toEqual([]);
    expect(await second.faq.entry('c1', 'e1')).toMatchObject({ id: 'e1' });
  });

  test('a database that a newer program has changed is refused, by the name of the change', async () => {
    const url = await database();
    await (await openStore({ url, secretKey: 'k', log: silent })).close();
    const newer = `insert into kysely_migration (name, timestamp) values ('0999-newer', '2030-01-01T00:00:00.000Z')`;
    if (url.startsWith('postgres')) await administer(url, newer);
    else new Sqlite(url).exec(newer).close();
    const start = openStore({ url, secretKey: 'k', log: silent });
    await expect(start).rejects.toThrow(StoreTooNew);
    await expect(start).rejects.toThrow(/newer than this Lifeguard: it has 0999-newer/);
  });
});
