import { rename, rm } from 'node:fs/promises';
import Sqlite from 'better-sqlite3';
import { databaseOf } from './address.ts';
import { naming } from './dialect/sqlite.ts';

/** PostgreSQL makes its own backups. */
export class BackupElsewhere extends Error {
  override readonly name = 'BackupElsewhere';
  readonly code = 'backup-elsewhere';
  constructor() {
    super(
      'This Lifeguard keeps its data in PostgreSQL. Back it up with "pg_dump --format=custom --file=FILE DATABASE_URL", and restore with "pg_restore --clean --if-exists --dbname=DATABASE_URL FILE".',
    );
  }
}

/**
 * Writes a consistent copy of the SQLite database at `url` to `file`, while the bot runs and writes. The copy appears
 * under its name only when it is whole. To restore: stop the bot, put the copy in the database's place, delete the
 * `-wal` and `-shm` files beside it, start the bot.
 */
export async function backup(url: string, file: string): Promise<void> {
  const address = databaseOf(url);
  if (address.engine === 'postgres') throw new BackupElsewhere();
  const source = naming(
    address.path,
    () => new Sqlite(address.path, { readonly: true, fileMustExist: true }),
  );
  const unfinished = `${file}.unfinished`;
  try {
    await source.backup(unfinished);
    await rename(unfinished, file);
  } finally {
    source.close();
    await rm(unfinished, { force: true });
  }
}
