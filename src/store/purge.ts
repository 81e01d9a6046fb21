import { type Clock, retention } from './retention.ts';
import { settle } from './settle.ts';
import type { Db } from './tables.ts';

/** Rows deleted, by what they were. */
export interface Purged {
  readonly expired: number;
  readonly gaps: number;
  readonly communities: number;
}

const expiring = ['seenEvent', 'keptAction', 'questionUnderWay', 'answerMessage'] as const;
const ofCommunity = ['faqName', 'faqRevision', 'faqVote', 'faqEntry', 'trail', 'gap'] as const;

/** Deletes what has been kept as long as it may; to be run about hourly, by any number of instances. */
export async function purge(db: Db, now: Clock): Promise<Purged> {
  const at = now().getTime();
  let expired = 0;
  for (const table of expiring)
    expired += count(await db.deleteFrom(table).where('expiresAt', '<=', at).executeTakeFirst());
  const gaps = count(
    await db
      .deleteFrom('gap')
      .where('askedAt', '<=', at - retention.gap)
      .executeTakeFirst(),
  );
  const left = await db
    .selectFrom('community')
    .select('id')
    .where('removedAt', '<=', at - retention.leftCommunity)
    .execute();
  for (const { id } of left) await purgeCommunity(db, id);
  return { expired, gaps, communities: left.length };
}

async function purgeCommunity(db: Db, community: string): Promise<void> {
  await settle(db, async (trx) => {
    // The row first: whoever comes back at this moment waits, and then starts anew.
    const { numDeletedRows } = await trx
      .deleteFrom('community')
      .where('id', '=', community)
      .where('removedAt', 'is not', null)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return { keep: false, outcome: undefined };
    for (const table of ofCommunity) await trx.deleteFrom(table).where('community', '=', community).execute();
    return { keep: true, outcome: undefined };
  });
}

const count = ({ numDeletedRows }: { readonly numDeletedRows: bigint }): number => Number(numDeletedRows);
