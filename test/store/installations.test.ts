import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { engines, open } from './engines.ts';

const installation = { team: { id: 'T1' }, bot: { token: 'xoxb-secret', refreshToken: 'xoxe-1-secret' } };

async function rawRows(url: string): Promise<string> {
  if (!url.startsWith('postgres')) {
    const file = new Sqlite(url);
    const rows = file.prepare('select * from slack_installation').all();
    file.close();
    return JSON.stringify(rows);
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select * from slack_installation').finally(() => client.end());
  return JSON.stringify(rows);
}

describe.each(engines)('Slack installations on $name', ({ database }) => {
  test('an installation is found, replaced and removed', async () => {
    const { installations } = await open(await database());
    expect(await installations.find('T1')).toBeNull();
    await installations.save('T1', installation);
    const rotated = { ...installation, bot: { token: 'xoxb-next' } };
    await installations.save('T1', rotated);
    expect(await installations.find('T1')).toEqual(rotated);
    await installations.remove('T1');
    expect(await installations.find('T1')).toBeNull();
  });

  test('no token stands readable in the database', async () => {
    const url = await database();
    const { installations } = await open(url);
    await installations.save('T1', installation);
    const rows = await rawRows(url);
    expect(rows).toContain('T1');
    expect(rows).not.toMatch(/xox|secret/);
    for (const [encoded] of rows.matchAll(/[\w+/=]{40,}/g))
      expect(Buffer.from(encoded, 'base64').toString('latin1')).not.toMatch(/xox|secret/);
  });

  test('another secret key does not open it, and says so to the operator', async () => {
    const url = await database();
    await (await open(url)).installations.save('T1', installation);
    const other = await open(url, { secretKey: 'another key' });
    await expect(other.installations.find('T1')).rejects.toThrow(/SECRET_KEY is not the one/);
  });
});
