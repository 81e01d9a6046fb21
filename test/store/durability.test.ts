import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { engines, open } from './engines.ts';

const writing = fileURLToPath(new URL('./writing-instance.ts', import.meta.url));
const writes = 1_000;

/** Starts a process that confirms writes line by line, and kills it for good after `confirmed` of them. */
async function writeUntilKilled(url: string, confirmed: number): Promise<string[]> {
  const child = spawn(process.execPath, [writing, url, String(writes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ids: string[] = [];
  for await (const id of createInterface({ input: child.stdout })) {
    ids.push(id);
    if (ids.length === confirmed) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return ids;
}

describe.each(engines)('durability on $name', ({ database }) => {
  test('kill -9 in the middle of 1,000 writes loses none that was confirmed', async () => {
    const url = await database();
    const confirmed = await writeUntilKilled(url, writes / 2);
    expect(confirmed.length).toBeLessThan(writes);
    const { faq } = await open(url);
    for (const community of new Set(confirmed.map((line) => line.split(' ')[0] ?? ''))) {
      const { revision, entries } = await faq.changes(community, 0);
      const found = entries.map(({ id }) => `${community} ${id}`);
      const lost = confirmed.filter((line) => line.startsWith(`${community} `) && !found.includes(line));
      expect(lost).toEqual([]);
      // What was being written may be there too, but then whole: counted, and with its trail line.
      expect(revision).toBe(entries.length);
      expect(await faq.trail(community, writes)).toHaveLength(entries.length);
    }
  });
});
