import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Clock, retention } from '../retention.ts';
import { json } from '../rows.ts';
import type { Db } from '../tables.ts';

/** What a button does, too long for its id; `action` is JSON that the platform reads with its own schema. */
export interface KeptAction {
  readonly action: unknown;
  readonly asker: string;
  readonly community: string | null;
}

export interface KeptActions {
  /** Keeps an action for 7 days and returns the id that stands for it: 22 characters, not to be guessed. */
  readonly keep: (kept: KeptAction) => Promise<string>;
  /** Null when it expired, or never was. */
  readonly find: (id: string) => Promise<KeptAction | null>;
}

const row = z.object({ action: json(z.unknown()), asker: z.string(), community: z.string().nullable() });

export function keptActions(db: Db, now: Clock): KeptActions {
  return {
    keep: async ({ action, asker, community }) => {
      const id = randomBytes(16).toString('base64url');
      const expiresAt = now().getTime() + retention.conversation;
      await db
        .insertInto('keptAction')
        .values({ id, community, asker, action: JSON.stringify(action), expiresAt })
        .execute();
      return id;
    },
    find: async (id) => {
      const found = await db
        .selectFrom('keptAction')
        .select(['action', 'asker', 'community'])
        .where('id', '=', id)
        .where('expiresAt', '>', now().getTime())
        .executeTakeFirst();
      return found ? row.parse(found) : null;
    },
  };
}
