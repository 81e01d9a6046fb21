import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts';

/** A database of its own for each test, empty. */
export interface Engine {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly database: () => Promise<string>;
}

export const sqlite: Engine = {
  name: 'SQLite',
  database: async () => join(await folder(), 'lifeguard.db'),
};

export const postgres: Engine = {
  name: 'PostgreSQL',
  database: async () => {
    const response = await fetch(inject('postgresStarter'));
    const text = await response.text();
    if (!response.ok) throw new Error(`PostgreSQL did not start: ${text}`);
    return text;
  },
};

export const engines: readonly Engine[] = [sqlite, postgres];

export const silent = { warn: () => {}, info: () => {} };

/** A store on a database, closed after the test. */
export async function open(url: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({ url, secretKey: 'a key for tests', log: silent, ...options });
  onTestFinished(() => store.close());
  return store;
}

/** A folder of its own, gone after the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'lifeguard-store-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}
