import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { GapStore } from '../faq/index.ts';
import { instant, pieces } from './rows.ts';
import type { Db } from './tables.ts';

const gapRow = z.object({ key: z.string(), text: z.string(), askedAt: instant });

export function gapStore(db: Db): GapStore {
  return {
    add: async (community, { key, text, askedAt }) => {
      await db
        .insertInto('gap')
        .values({ id: randomUUID(), community, key, text, askedAt: askedAt.getTime() })
        .execute();
    },
    list: async (community, since, limit) => {
      const rows = await db
        .selectFrom('gap')
        .select(['key', 'text', 'askedAt'])
        .where('community', '=', community)
        .where('askedAt', '>', since.getTime())
        .orderBy('askedAt', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => gapRow.parse(row));
    },
    drop: async (community, keys) => {
      for (const piece of pieces(keys))
        await db.deleteFrom('gap').where('community', '=', community).where('key', 'in', piece).execute();
    },
  };
}
