import type { Clock } from '../retention.ts';
import type { Db } from '../tables.ts';
import { inOrder, together } from '../together.ts';

export interface SeenEvents {
  /** True for the first caller with this key, across all instances, until `ttl` (ms) has passed; then false. */
  readonly once: (key: string, ttl: number) => Promise<boolean>;
  /** The next one with this key is the first again. */
  readonly forget: (key: string) => Promise<void>;
}

interface Seeing {
  readonly key: string;
  readonly ttl: number;
}

export function seenEvents(db: Db, now: Clock): SeenEvents {
  const see = together(async (events: readonly Seeing[]) => {
    const at = now().getTime();
    const expiries = new Map(events.map(({ key, ttl }) => [key, at + ttl]));
    const rows = [...expiries].map(([key, expiresAt]) => ({ key, expiresAt }));
    const first = await db
      .insertInto('seenEvent')
      .values(inOrder(rows, ({ key }) => key))
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet((eb) => ({ expiresAt: eb.ref('excluded.expiresAt') }))
          .where('seenEvent.expiresAt', '<=', at),
      )
      .returning('key')
      .execute();
    const left = new Set(first.map(({ key }) => key));
    // Of two calls with one key the first has it.
    return ({ key }: Seeing) => left.delete(key);
  });
  return {
    once: (key, ttl) => see({ key, ttl }),
    forget: async (key) => {
      await db.deleteFrom('seenEvent').where('key', '=', key).execute();
    },
  };
}
