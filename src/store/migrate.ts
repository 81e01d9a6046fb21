import { type Migration, Migrator } from 'kysely/migration';
import type { Db } from './tables.ts';

/** The database was written by a newer Lifeguard than this one; only a newer program may use it. */
export class StoreTooNew extends Error {
  override readonly name = 'StoreTooNew';
  readonly code = 'store-too-new';
  constructor(unknown: readonly string[]) {
    super(
      `The database is newer than this Lifeguard: it has ${unknown.join(', ')}. Start the newer version, or restore the backup made before the update.`,
    );
  }
}

/**
 * Brings the schema up to date and returns the names of the migrations it ran. Safe with several instances starting
 * at once: PostgreSQL's advisory lock, or SQLite's write lock, lets one migrate and the others find it done.
 */
export async function migrate(
  db: Db,
  migrations: Readonly<Record<string, Migration>>,
): Promise<readonly string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return (results ?? []).map(({ migrationName }) => migrationName);
  const unknown = (await executed(db)).filter((name) => !(name in migrations));
  throw unknown.length > 0 ? new StoreTooNew(unknown) : error;
}

async function executed(db: Db): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await db
    .withTables<{ kyselyMigration: { name: string } }>()
    .selectFrom('kyselyMigration')
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}
