import { type Settings, type SettingsStore, settingsSchema } from '../faq/index.ts';
import { json } from './rows.ts';
import { settle } from './settle.ts';
import type { Db } from './tables.ts';
import { countChange, leaveTrail } from './trail.ts';

const column = json(settingsSchema);
const parse = (settings: string | null | undefined): Settings => column.parse(settings ?? '{}');

export function settingsStore(db: Db): SettingsStore {
  return {
    read: async (community) => {
      const row = await db
        .selectFrom('community')
        .select('settings')
        .where('id', '=', community)
        .executeTakeFirst();
      return parse(row?.settings);
    },
    all: async () => {
      const rows = await db
        .selectFrom('community')
        .select(['id', 'settings'])
        .where('settings', 'is not', null)
        .execute();
      return new Map(rows.map(({ id, settings }) => [id, parse(settings)]));
    },
    change: (community, patch, stamp) =>
      settle(db, async (trx) => {
        // Counting locks the community's row: two changes at once are merged, not lost.
        const number = await countChange(trx, community);
        const row = await trx
          .selectFrom('community')
          .select('settings')
          .where('id', '=', community)
          .executeTakeFirstOrThrow();
        const settings = settingsSchema.parse({ ...parse(row.settings), ...patch });
        await trx
          .updateTable('community')
          .set({ settings: JSON.stringify(settings) })
          .where('id', '=', community)
          .execute();
        const subject = Object.keys(patch).join(', ');
        await leaveTrail(
          trx,
          { community, number },
          { action: 'settings', subject },
          { ...stamp, why: null },
        );
        return { keep: true, outcome: settings };
      }),
  };
}
