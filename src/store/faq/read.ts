import { setImmediate } from 'node:timers/promises';
import type { Entry, FaqStore } from '../../faq/index.ts';
import type { Db } from '../tables.ts';
import { entryRow, revisionRow, selectEntries } from './rows.ts';

/** Read at a stretch, in a few milliseconds. */
const pageOfEntries = 500;

type Reading = Pick<FaqStore, 'revision' | 'changes' | 'entry' | 'named' | 'history'>;

export function readFaq(db: Db): Reading {
  const revision = async (community: string): Promise<number> => {
    const row = await db
      .selectFrom('community')
      .select('revision')
      .where('id', '=', community)
      .executeTakeFirst();
    return row?.revision ?? 0;
  };

  const entry = async (community: string, id: string): Promise<Entry | null> => {
    const row = await selectEntries(db, community).where('e.id', '=', id).executeTakeFirst();
    return row ? entryRow.parse(row) : null;
  };

  return {
    revision,
    entry,
    changes: async (community, since) => {
      // The number first: what is committed in between comes again with the next call, and nothing is missed.
      const known = await revision(community);
      const entries: Entry[] = [];
      for (let after = ''; ; ) {
        const rows = await selectEntries(db, community)
          .where('e.changedIn', '>', since)
          .where('e.id', '>', after)
          .orderBy('e.id')
          .limit(pageOfEntries)
          .execute();
        entries.push(...rows.map((row) => entryRow.parse(row)));
        if (rows.length < pageOfEntries) return { revision: known, entries };
        after = rows.at(-1)?.id ?? '';
        // SQLite answers without waiting for anything, so that nobody else would have a turn.
        await setImmediate();
      }
    },
    named: async (community, key) => {
      const row = await selectEntries(db, community)
        .innerJoin('faqName as n', (join) =>
          join.onRef('n.community', '=', 'e.community').onRef('n.entry', '=', 'e.id'),
        )
        .where('n.key', '=', key)
        .executeTakeFirst();
      return row ? entryRow.parse(row) : null;
    },
    history: async (community, id) => {
      const rows = await db
        .selectFrom('faqRevision')
        .selectAll()
        .where('community', '=', community)
        .where('entry', '=', id)
        .orderBy('revision', 'desc')
        .execute();
      return rows.map((row) => revisionRow.parse(row));
    },
  };
}
