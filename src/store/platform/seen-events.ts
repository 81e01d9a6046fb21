import type { Clock } from '../retention.ts';
import type { Db } from '../tables.ts';

export interface SeenEvents {
  /** True for the first caller with this key, across all instances, until `ttl` (ms) has passed; then false. */
  readonly once: (key: string, ttl: number) => Promise<boolean>;
  /** The next one with this key is the first again. */
  readonly forget: (key: string) => Promise<void>;
}

export function seenEvents(db: Db, now: Clock): SeenEvents {
  return {
    once: async (key, ttl) => {
      const at = now().getTime();
      const expiresAt = at + ttl;
      const first = await db
        .insertInto('seenEvent')
        .values({ key, expiresAt })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({ expiresAt }).where('seenEvent.expiresAt', '<=', at),
        )
        .returning('key')
        .executeTakeFirst();
      return first !== undefined;
    },
    forget: async (key) => {
      await db.deleteFrom('seenEvent').where('key', '=', key).execute();
    },
  };
}
