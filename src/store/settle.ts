import type { Db, Trx } from './tables.ts';

/** What came of a transaction, and whether its writes shall stand. */
export interface Settlement<T> {
  readonly keep: boolean;
  readonly outcome: T;
}

/** One transaction that commits or rolls back as `work` decides; it rolls back when `work` throws. */
export async function settle<T>(db: Db, work: (trx: Trx) => Promise<Settlement<T>>): Promise<T> {
  const trx = await db.startTransaction().execute();
  let settlement: Settlement<T>;
  try {
    settlement = await work(trx);
  } catch (error) {
    // A connection that is gone cannot roll back, and need not: the database did. The first error says more.
    await trx
      .rollback()
      .execute()
      .catch(() => {});
    throw error;
  }
  await (settlement.keep ? trx.commit() : trx.rollback()).execute();
  return settlement.outcome;
}
