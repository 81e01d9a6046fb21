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
    const { revision, entries } = await faq.changes('c1', 0);
    const found = new Set(entries.map(({ id }) => id));
    expect(confirmed.filter((id) => !found.has(id))).toEqual([]);
    // The one that was being written may be there too, but whole: a trail line for each entry.
    expect(entries.length - confirmed.length).toBeLessThanOrEqual(writes - confirmed.length);
    expect(revision).toBe(entries.length);
    expect(await faq.trail('c1', 2 * writes)).toHaveLength(entries.length);
  });
});
