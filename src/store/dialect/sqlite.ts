import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import { LRUCache } from 'lru-cache';
import { type StoreTrouble, StoreUnavailable } from '../../faq/index.ts';

/** How long a write waits for another process that is writing (ms), and how long between two tries. */
const busy = { patience: 2_000, pause: 5 } as const;

/**
 * One file, for one machine. A write is on the disk when it is confirmed (WAL with synchronous=FULL: SQLite syncs
 * the log at every commit), and readers don't wait for writers.
 */
export function openSqlite(path: string): Sqlite.Database {
  return naming(path, () => {
    if (path !== ':memory:') mkdirSync(dirname(resolve(path)), { recursive: true });
    const database = new Sqlite(path, { timeout: busy.patience });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    // From here on waiting is done between queries: SQLite's own would hold up the whole process.
    database.pragma('busy_timeout = 0');
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
    createDriver: () => new ImmediateDriver(database, config),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** Takes the write lock at the beginning: two processes queue up instead of failing when the second one writes. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Sqlite.Database;

  constructor(database: Sqlite.Database, config: SqliteDialectConfig) {
    super(config);
    this.#database = database;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await super.acquireConnection());
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk makes SQLite roll back by itself; a second one would fail and hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Tries again while another process writes, for a bounded time. */
class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const deadline = performance.now() + busy.patience;
    for (;;) {
      try {
        return await this.#connection.executeQuery<R>(query);
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
        await setTimeout(busy.pause);
      }
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#connection.streamQuery(query, chunkSize);
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof StoreUnavailable && codeOf(error.cause).startsWith('SQLITE_BUSY');

/** SQLite rolls back schema changes too, so that a migration is one transaction. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** What prepared statements hold is freed only with the garbage, which does not know how much it is. */
const preparedStatements = 100;

function guarded(database: Sqlite.Database): SqliteDatabase {
  const run = <T>(work: () => T): T => naming(database.name, work);
  const prepared = new LRUCache<string, Sqlite.Statement>({ max: preparedStatements });
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = prepared.get(sql) ?? run(() => database.prepare(sql));
      prepared.set(sql, statement);
      return {
        reader: statement.reader,
        all: (parameters) => run(() => statement.all(parameters)),
        run: (parameters) => run(() => statement.run(parameters)),
        // A statement that is gone through row by row cannot run a second time meanwhile.
        iterate: (parameters) => database.prepare(sql).iterate(parameters),
      };
    },
  };
}

function translate(error: unknown, path: string): unknown {
  const trouble = troubleOf(error);
  if (!trouble) return error;
  const said = error instanceof Error ? error.message : String(error);
  return new StoreUnavailable(trouble, `${sentences[trouble]}: ${resolve(path)} (${said})`, error);
}

const sentences: Readonly<Record<Exclude<StoreTrouble, 'refused'>, string>> = {
  away: 'The database file cannot be used just now',
  full: 'The disk that holds the database file is full; free some space and it goes on by itself',
  'read-only': 'The database file, or its folder, cannot be written by this user',
  damaged: 'This is not a sound SQLite database; put a backup in its place',
};

function troubleOf(error: unknown): keyof typeof sentences | null {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'full';
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS') return 'read-only';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'damaged';
  return /^SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN)|^E(NOTDIR|EXIST|PERM)$/.test(code) ? 'away' : null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
