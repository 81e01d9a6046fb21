import { z } from 'zod';
import { changes, type Signature, type TrailLine } from '../faq/index.ts';
import { instant } from './rows.ts';
import type { Db, Trx } from './tables.ts';

/**
 * Counts one change of the community and returns its number. The row stays locked until the transaction ends, so
 * changes of one community come one after the other.
 */
export async function countChange(trx: Trx, community: string): Promise<number> {
  const { revision } = await trx
    .insertInto('community')
    .values({ id: community, revision: 1, settings: null, removedAt: null })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({ revision: eb('community.revision', '+', 1) })),
    )
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

export async function leaveTrail(
  trx: Trx,
  place: { readonly community: string; readonly number: number },
  { action, subject }: Pick<TrailLine, 'action' | 'subject'>,
  { by, at, why }: Signature,
): Promise<void> {
  await trx
    .insertInto('trail')
    .values({ ...place, action, subject, changedBy: by, changedAt: at.getTime(), why })
    .execute();
}

const trailRow = z
  .object({
    action: z.enum([...changes, 'settings']),
    subject: z.string(),
    changedBy: z.string(),
    changedAt: instant,
    why: z.string().nullable(),
  })
  .transform(
    ({ action, subject, changedBy, changedAt, why }): TrailLine => ({
      action,
      subject,
      by: changedBy,
      at: changedAt,
      why,
    }),
  );

export async function readTrail(db: Db, community: string, limit: number): Promise<readonly TrailLine[]> {
  const rows = await db
    .selectFrom('trail')
    .selectAll()
    .where('community', '=', community)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => trailRow.parse(row));
}
