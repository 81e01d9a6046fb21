import { z } from 'zod';
import type { FaqStore, Usage } from '../../faq/index.ts';
import { instant, toFlag } from '../rows.ts';
import type { Db } from '../tables.ts';
import type { Vault } from '../vault.ts';

type Using = Pick<FaqStore, 'used' | 'vote' | 'usage'>;

const usageRow = z
  .object({
    id: z.string(),
    uses: z.number(),
    lastUsedAt: instant.nullable(),
    helpful: z.number(),
    unhelpful: z.number(),
  })
  .transform(({ id, lastUsedAt, ...counts }): [string, Usage] => [id, { ...counts, lastUsed: lastUsedAt }]);

/** Counts of use and votes; a voter is kept as a pseudonym that is another one for each entry. */
export function useFaq(db: Db, vault: Vault): Using {
  return {
    used: async (community, id, at) => {
      const { numUpdatedRows } = await db
        .updateTable('faqEntry')
        .set((eb) => ({ uses: eb('uses', '+', 1), lastUsedAt: at.getTime() }))
        .where('community', '=', community)
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    vote: async (community, id, voter, helpful) => {
      const known = await db
        .selectFrom('faqEntry')
        .select('id')
        .where('community', '=', community)
        .where('id', '=', id)
        .executeTakeFirst();
      if (!known) return false;
      const pseudonym = vault.pseudonym(community, id, voter);
      await db
        .insertInto('faqVote')
        .values({ community, entry: id, voter: pseudonym, helpful: toFlag(helpful) })
        .onConflict((conflict) =>
          conflict.columns(['community', 'entry', 'voter']).doUpdateSet({ helpful: toFlag(helpful) }),
        )
        .execute();
      return true;
    },
    usage: async (community) => {
      const rows = await db
        .selectFrom('faqEntry as e')
        .leftJoin('faqVote as v', (join) =>
          join.onRef('v.community', '=', 'e.community').onRef('v.entry', '=', 'e.id'),
        )
        .where('e.community', '=', community)
        .groupBy(['e.id', 'e.uses', 'e.lastUsedAt'])
        .select(['e.id', 'e.uses', 'e.lastUsedAt'])
        .select((eb) => [
          eb.fn.count('v.voter').filterWhere('v.helpful', '=', 1).as('helpful'),
          eb.fn.count('v.voter').filterWhere('v.helpful', '=', 0).as('unhelpful'),
        ])
        .execute();
      return new Map(rows.map((row) => usageRow.parse(row)));
    },
  };
}
