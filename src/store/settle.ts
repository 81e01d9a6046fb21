import type { Db, Trx } from './tables.ts';

/** What came of a transaction, and whether its writes shall stand. */
export interface Settlement<T> {
  readonly keep: boolean;
  readonly outcome: T;
}

/** One transaction that commits or rolls back as `work` decides; it rolls back when `work` throws. */
export async function settle<T>(db: Db, work: (trx: Trx) => Promise<Settlement<T>>): Promise<T> {
  const refusal = new Error('rolled back on purpose');
  let refused: { readonly outcome: T } | null = null;
  try {
    return await db.transaction().execute(async (trx) => {
      const { keep, outcome } = await work(trx);
      if (keep) return outcome;
      refused = { outcome };
      throw refusal;
    });
  } catch (error) {
    return outcomeOf(error === refusal ? refused : null, error);
  }
}

function outcomeOf<T>(refused: { readonly outcome: T } | null, error: unknown): T {
  if (!refused) throw error;
  return refused.outcome;
}
