import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';
import { type StoreTrouble, StoreUnavailable } from '../../faq/index.ts';

/** How long a write waits for another process that is writing. */
const busyTimeout = 2_000;

/**
 * One file, for one machine. A write is on the disk when it is confirmed (WAL with synchronous=FULL: SQLite syncs
 * the log at every commit), and readers don't wait for writers.
 */
export function openSqlite(path: string): Sqlite.Database {
  return naming(path, () => {
    if (path !== ':memory:') mkdirSync(dirname(resolve(path)), { recursive: true });
    const database = new Sqlite(path, { timeout: busyTimeout });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    return database;
  });
}

/** Runs `work` on the file and turns SQLite's trouble with it into the one error of a store. */
export function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translate(error, path);
  }
}

export function sqliteDialect(database: Sqlite.Database): Dialect {
  const config = { database: guarded(database) };
  const dialect = new SqliteDialect(config);
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ImmediateDriver(config),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** Takes the write lock at the beginning: two processes queue up instead of failing when the second one writes. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite rolls back schema changes too, so that a migration is one transaction. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function guarded(database: Sqlite.Database): SqliteDatabase {
  const run = <T>(work: () => T): T => naming(database.name, work);
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = run(() => database.prepare(sql));
      return {
        reader: statement.reader,
        all: (parameters) => run(() => statement.all(parameters)),
        run: (parameters) => run(() => statement.run(parameters)),
        iterate: (parameters) => statement.iterate(parameters),
      };
    },
  };
}

function translate(error: unknown, path: string): unknown {
  const trouble = troubleOf(error);
  return trouble ? new StoreUnavailable(trouble, `${sentences[trouble]}: ${resolve(path)}`, error) : error;
}

const sentences: Readonly<Record<StoreTrouble, string>> = {
  away: 'The database file cannot be opened, or another process keeps it locked',
  full: 'The disk that holds the database file is full; free some space and it goes on by itself',
  'read-only': 'The database file, or its folder, cannot be written by this user',
  damaged: 'This is not a sound SQLite database; put a backup in its place',
};

function troubleOf(error: unknown): StoreTrouble | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'full';
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS') return 'read-only';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged';
  return /^SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN)|^E(NOTDIR|EXIST|PERM)$/.test(code) ? 'away' : null;
}
