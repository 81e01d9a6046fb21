import { LRUCache } from 'lru-cache';
import type { FaqStore } from '../store.ts';
import { inTurns } from '../turns.ts';
import { createEntryIndex, type EntryIndex } from './entry-index.ts';

/** Entries kept in memory over all communities (each about 13 KB); those that asked longest ago are read again. */
const mostEntries = 20_000;

/** An index unused for so long (ms) is built anew: by then the community may have been purged and begun again. */
const longestRest = 24 * 60 * 60 * 1_000;

/** So many changes (each about 0.3 ms) are made in the index that others are searching; for more it is built anew. */
const fewChanges = 50;

/** Gives a community's index, as new as the database at the moment of the call. */
export type FreshIndex = (community: string) => Promise<EntryIndex>;

/**
 * One index for each community. Reading the revision number costs one small query; only when another instance, or
 * this one, changed something are the changed entries read.
 */
export function createFreshIndex(store: Pick<FaqStore, 'revision' | 'changes'>): FreshIndex {
  const indexes = new LRUCache<string, EntryIndex>({
    maxSize: mostEntries,
    ttl: longestRest,
    sizeCalculation: ({ size }) => Math.min(size + 1, mostEntries),
  });
  const refreshing = new Map<string, Promise<EntryIndex>>();

  const refresh = async (community: string): Promise<EntryIndex> => {
    const known = indexes.get(community);
    const index = known ? await renewed(community, known) : await build(await store.changes(community, 0));
    indexes.set(community, index);
    return index;
  };

  const renewed = async (community: string, known: EntryIndex): Promise<EntryIndex> => {
    const news = await store.changes(community, known.revision);
    // A smaller number: the community left, was purged and came back.
    if (news.revision < known.revision || news.entries.length > fewChanges)
      return build(await store.changes(community, 0));
    known.apply(news.revision, news.entries);
    return known;
  };

  const refreshOnce = (community: string): Promise<EntryIndex> => {
    const started = refresh(community).finally(() => refreshing.delete(community));
    refreshing.set(community, started);
    return started;
  };

  return async (community) => {
    const revision = await store.revision(community);
    // One that was under way before may have read too early; the one after it has not.
    await refreshing.get(community)?.catch(() => {});
    const index = indexes.get(community);
    if (index?.revision === revision) return index;
    return refreshing.get(community) ?? refreshOnce(community);
  };
}

/** A whole index, which nobody sees before it is complete; others have their turn meanwhile. */
async function build({ revision, entries }: Awaited<ReturnType<FaqStore['changes']>>): Promise<EntryIndex> {
  const index = createEntryIndex();
  const turn = inTurns();
  for (const entry of entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    index.apply(revision, [entry]);
    await turn();
  }
  // An index of no entries has its revision too.
  index.apply(revision, []);
  return index;
}
