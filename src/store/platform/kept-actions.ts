import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Clock, retention } from '../retention.ts';
import { json } from '../rows.ts';
import type { Db, Tables } from '../tables.ts';
import { together } from '../together.ts';

/** Who an answer's buttons are for, and where. */
interface Owner {
  readonly asker: string;
  readonly community: string | null;
}

/** What a button does, too long for its id; `action` is JSON that the platform reads with its own schema. */
export interface KeptAction extends Owner {
  readonly action: unknown;
}

export interface KeptActions {
  /**
   * Keeps the actions of one answer for 7 days, with one write, and returns the ids that stand for them, in order: 22
   * characters each, not to be guessed.
   */
  readonly keep: (actions: readonly unknown[], owner: Owner) => Promise<readonly string[]>;
  /** Null when it expired, or never was. */
  readonly find: (id: string) => Promise<KeptAction | null>;
}

type Row = Tables['keptAction'];

const row = z.object({ action: json(z.unknown()), asker: z.string(), community: z.string().nullable() });

export function keptActions(db: Db, now: Clock): KeptActions {
  const insert = together(async (answers: readonly (readonly Row[])[]) => {
    await db.insertInto('keptAction').values(answers.flat()).execute();
    return () => undefined;
  });
  return {
    keep: async (actions, { asker, community }) => {
      if (actions.length === 0) return [];
      const expiresAt = now().getTime() + retention.conversation;
      const rows = actions.map((action) => ({
        id: randomBytes(16).toString('base64url'),
        community,
        asker,
        action: JSON.stringify(action),
        expiresAt,
      }));
      await insert(rows);
      return rows.map(({ id }) => id);
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
