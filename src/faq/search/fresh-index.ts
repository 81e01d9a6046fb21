import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { FaqStore } from '../store.ts';
import { createEntryIndex, type EntryIndex } from './entry-index.ts';

/** Entries kept in memory over all communities (each about 13 KB); those that asked longest ago are read again. */
const mostEntries = 20_000;

/** An index unused for so long (ms) is built anew: by then the community may have been purged and begun again. */
const longestRest = 24 * 60 * 60 * 1_000;

/** So many entries (each about 0.3 ms) are indexed at a stretch; between two stretches others have their turn. */
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
    const known = indexes.get(community) ?? createEntryIndex();
    const news = await store.changes(community, known.revision);
    // A smaller number: the community left, was purged and came back.
    const anew = news.revision < known.revision || news.entries.length > fewChanges;
    const index = anew ? await build(await store.changes(community, 0)) : known;
    if (!anew) index.apply(news.revision, news.entries);
    indexes.set(community, index);
    return index;
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

/** A whole index, which nobody sees before it is complete. */
async function build({ revision, entries }: Awaited<ReturnType<FaqStore['changes']>>): Promise<EntryIndex> {
  const index = createEntryIndex();
  const ordered = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (let i = 0; i < ordered.length; i += fewChanges) {
    index.apply(revision, ordered.slice(i, i + fewChanges));
    await setImmediate();
  }
  return index;
}
