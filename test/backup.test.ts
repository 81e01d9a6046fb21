import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { folder, open, sqlite } from './store/engines.ts';
import { ada, content, write } from './store/entries.ts';

const script = join(import.meta.dirname, '../src/backup.ts');

/** `npm run backup -- …` with a database of its own. */
async function run(database: string, ...files: readonly string[]) {
  const env = { ...process.env, DATABASE_URL: database };
  const run = promisify(execFile)(process.execPath, [script, ...files], { env });
  return run.then(
    ({ stdout }) => ({ ok: true, said: stdout }),
    ({ stderr }: { stderr: string }) => ({ ok: false, said: stderr }),
  );
}

test('the backup script copies the database of a bot that is running', async () => {
  const url = await sqlite.database();
  const store = await open(url);
  await store.faq.commit('c1', [write('e1', content('One'))], ada);
  const file = join(await folder(), 'copy.db');
  expect(await run(url, file)).toEqual({ ok: true, said: `The copy is in ${file}\n` });
  const copy = await open(file);
  expect(await copy.faq.entry('c1', 'e1')).toMatchObject({ content: { title: 'One' } });
});

test('and says in one line what is missing', async () => {
  const url = join(await folder(), 'none.db');
  expect(await run(url)).toEqual({ ok: false, said: 'Say where the copy goes: npm run backup -- FILE\n' });
  const { ok, said } = await run(url, join(await folder(), 'copy.db'));
  expect(ok).toBe(false);
  expect(said).toMatch(/^The database file cannot be used.*\n$/);
});
