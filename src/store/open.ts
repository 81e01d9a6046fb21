import { CamelCasePlugin, type Dialect, Kysely, sql } from 'kysely';
import type { FaqStore, GapStore, SettingsStore } from '../faq/index.ts';
import { StoreUnavailable } from '../faq/index.ts';
import { databaseOf } from './address.ts';
import { backup } from './backup.ts';
import { type Communities, communities } from './communities.ts';
import { migratingPatience, openPostgres, postgresDialect, servingPatience } from './dialect/postgres.ts';
import { openSqlite, sqliteDialect } from './dialect/sqlite.ts';
import { faqStore } from './faq/faq.ts';
import { gapStore } from './gaps.ts';
import type { StoreLog } from './log.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/list.ts';
import { type AnswerMessages, answerMessages } from './platform/answer-messages.ts';
import { type KeptActions, keptActions } from './platform/kept-actions.ts';
import { type QuestionsUnderWay, questionsUnderWay } from './platform/questions-under-way.ts';
import { type SeenEvents, seenEvents } from './platform/seen-events.ts';
import { type SlackInstallations, slackInstallations } from './platform/slack-installations.ts';
import { type Purged, purge } from './purge.ts';
import type { Clock } from './retention.ts';
import { settingsStore } from './settings.ts';
import type { Db, Tables } from './tables.ts';
import { createVault } from './vault.ts';

/** Everything Lifeguard keeps. A write has reached the disk when its promise resolves. */
export interface Store {
  readonly faq: FaqStore;
  readonly gaps: GapStore;
  readonly settings: SettingsStore;
  readonly communities: Communities;
  readonly events: SeenEvents;
  readonly actions: KeptActions;
  readonly questions: QuestionsUnderWay;
  readonly answers: AnswerMessages;
  readonly installations: SlackInstallations;
  readonly purge: () => Promise<Purged>;
  /** Whether the database answers now; never throws. */
  readonly healthy: () => Promise<boolean>;
  /** See `backup`; for SQLite only. */
  readonly backup: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface StoreOptions {
  /** DATABASE_URL. */
  readonly url: string;
  /** SECRET_KEY. */
  readonly secretKey: string;
  readonly log: StoreLog;
  readonly now?: Clock;
}

/**
 * Opens the database and brings its schema up to date. Throws `StoreTooNew` for a database of a newer Lifeguard, and
 * `StoreUnavailable` for a SQLite file that can't be used or a PostgreSQL that does not let this user in. A PostgreSQL
 * that is away does not stop the start: every operation throws `StoreUnavailable` until it is back, and the schema is brought up to date then.
 */
export async function openStore({
  url,
  secretKey,
  log,
  now = () => new Date(),
}: StoreOptions): Promise<Store> {
  const { db, close } = await openDatabase(url, log);
  const vault = createVault(secretKey);
  return {
    faq: faqStore(db, vault),
    gaps: gapStore(db),
    settings: settingsStore(db),
    communities: communities(db, now),
    events: seenEvents(db, now),
    actions: keptActions(db, now),
    questions: questionsUnderWay(db, now),
    answers: answerMessages(db, now),
    installations: slackInstallations(db, vault),
    purge: () => purge(db, now),
    healthy: () =>
      sql`select 1`.execute(db).then(
        () => true,
        () => false,
      ),
    backup: (file) => backup(url, file),
    close,
  };
}

interface Database {
  readonly db: Db;
  readonly close: () => Promise<void>;
}

async function openDatabase(url: string, log: StoreLog): Promise<Database> {
  const address = databaseOf(url);
  return address.engine === 'sqlite' ? openFile(address.path, log) : openServer(address.url, log);
}

async function openFile(path: string, log: StoreLog): Promise<Database> {
  const file = openSqlite(path);
  const db = typed(sqliteDialect(file));
  try {
    await bringUpToDate(db, log);
  } catch (error) {
    file.close();
    throw error;
  }
  return { db, close: () => db.destroy() };
}

async function openServer(url: string, log: StoreLog): Promise<Database> {
  let upToDate: Promise<void> | null = null;
  const ready = () => {
    upToDate ??= migrateServer(url, log).catch((error: unknown) => {
      upToDate = null;
      throw error;
    });
    return upToDate;
  };
  await ready().catch((error: unknown) => {
    if (!(error instanceof StoreUnavailable) || error.trouble === 'refused') throw error;
    log.warn({ err: error }, 'the database is away; it is tried again with each use');
  });
  const pool = openPostgres(url, log, servingPatience);
  let closed: Promise<void> | null = null;
  const close = () => {
    closed ??= pool.end();
    return closed;
  };
  return { db: typed(postgresDialect(pool, ready)), close };
}

async function migrateServer(url: string, log: StoreLog): Promise<void> {
  const db = typed(postgresDialect(openPostgres(url, log, migratingPatience), async () => {}));
  await bringUpToDate(db, log).finally(() => db.destroy());
}

async function bringUpToDate(db: Db, log: StoreLog): Promise<void> {
  const done = await migrate(db, migrations);
  if (done.length > 0) log.info({ migrations: done }, 'brought the database up to date');
}

function typed(dialect: Dialect): Db {
  return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
}
