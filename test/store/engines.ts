import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts';

/** A database of its own, empty, gone after the test. */
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
    const server = await postgresServer();
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await administer(server, `create database ${name}`);
    onTestFinished(() => administer(server, `drop database ${name} with (force)`));
    const url = new URL(server);
    url.pathname = `/${name}`;
    return url.href;
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

/** Runs one statement as the server's administrator. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function postgresServer(): Promise<string> {
  const response = await fetch(inject('postgresStarter'));
  const text = await response.text();
  if (!response.ok) throw new Error(`PostgreSQL did not start: ${text}`);
  return text;
}
