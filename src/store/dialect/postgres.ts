import {
  type Dialect,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import { type StoreTrouble, StoreUnavailable } from '../../faq/index.ts';
import type { StoreLog } from '../log.ts';

/** How long the database may take (ms) before it counts as away. */
export interface Patience {
  readonly connect: number;
  readonly query: number;
}

/** Nobody in a chat waits longer for the FAQ than this. */
export const servingPatience: Patience = { connect: 2_000, query: 5_000 };

/** A large table takes its time, and so does another instance that migrates first. */
export const migratingPatience: Patience = { connect: 2_000, query: 600_000 };

const int8 = 20;

/** Connections to PostgreSQL for many instances; a lost server is reported to `log` and found again by itself. */
export function openPostgres(url: string, log: StoreLog, patience: Patience): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'lifeguard',
    max: 10,
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.query,
    statement_timeout: patience.query,
    idle_in_transaction_session_timeout: 2 * patience.query,
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8
          ? Number
          : format === 'binary'
            ? pg.types.getTypeParser(oid, format)
            : pg.types.getTypeParser(oid),
    },
  });
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'));
  // A connection lost while a query runs reports it there; without a listener Node would end the process as well.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** `ready` is awaited before each use of the database: it brings the schema up to date where that is still due. */
export function postgresDialect(pool: pg.Pool, ready: () => Promise<void>): Dialect {
  const guarded: PostgresPool = {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      await ready();
      return new GuardedClient(
        await pool.connect().catch((error: unknown) => Promise.reject(translate(error))),
      );
    },
  };
  return new PostgresDialect({ pool: guarded });
}

/** Gives the one error of a store, and never puts a connection in doubt back into the pool. */
class GuardedClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  #doubtful = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query(): never;
  async query(sql = '', parameters: readonly unknown[] = []): Promise<unknown> {
    try {
      return await this.#client.query(sql, [...parameters]);
    } catch (error) {
      const told = translate(error);
      this.#doubtful ||= told instanceof StoreUnavailable && told.trouble === 'away';
      throw told;
    }
  }

  release(destroy?: boolean): void {
    this.#client.release(this.#doubtful || destroy);
  }
}

/** An error without an SQLSTATE did not come from the server: the connection broke or was given up on. */
function translate(error: unknown): unknown {
  const trouble = error instanceof pg.DatabaseError ? troubleOf(error.code ?? '') : 'away';
  if (!trouble) return error;
  const said = error instanceof Error && error.message !== '' ? error.message : String(error);
  return new StoreUnavailable(trouble, `${sentences[trouble]} (${said})`, error);
}

const sentences: Readonly<Record<StoreTrouble, string>> = {
  away: 'PostgreSQL does not answer',
  refused: 'PostgreSQL does not let Lifeguard in; look at DATABASE_URL',
  full: 'The disk of PostgreSQL is full; free some space and it goes on by itself',
  'read-only': 'PostgreSQL takes no writes: is this a standby?',
  damaged: 'PostgreSQL reports damaged data',
};

/** By SQLSTATE class: PostgreSQL documentation, Appendix A. */
function troubleOf(code: string): StoreTrouble | null {
  if (/^(28|3D)/.test(code)) return 'refused';
  if (code === '53100') return 'full';
  if (code === '25006') return 'read-only';
  if (code === 'XX001' || code === 'XX002') return 'damaged';
  return /^(08|53|57|58|55P03|25P03)/.test(code) ? 'away' : null;
}
