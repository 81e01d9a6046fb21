import type { Clock } from './retention.ts';
import { settle } from './settle.ts';
import type { Db } from './tables.ts';

export interface Communities {
  /**
   * Lifeguard was removed from a server or workspace: tokens and everything of conversations go at once; entries,
   * settings and their trail go with the first purge after 30 days.
   */
  readonly left: (community: string) => Promise<void>;
  /** Lifeguard is back: within the 30 days nothing of the FAQ was lost. */
  readonly joined: (community: string) => Promise<void>;
}

export function communities(db: Db, now: Clock): Communities {
  return {
    left: (community) =>
      settle(db, async (trx) => {
        await trx.deleteFrom('slackInstallation').where('workspace', '=', community).execute();
        for (const table of ['keptAction', 'questionUnderWay', 'answerMessage', 'gap'] as const)
          await trx.deleteFrom(table).where('community', '=', community).execute();
        await trx
          .updateTable('community')
          .set({ removedAt: now().getTime() })
          .where('id', '=', community)
          .where('removedAt', 'is', null)
          .execute();
        return { keep: true, outcome: undefined };
      }),
    joined: async (community) => {
      await db.updateTable('community').set({ removedAt: null }).where('id', '=', community).execute();
    },
  };
}
