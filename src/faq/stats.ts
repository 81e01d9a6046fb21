import type { Entry, Usage } from './entry.ts';
import type { House } from './house.ts';

const unused: Usage = { uses: 0, lastUsed: null, helpful: 0, unhelpful: 0 };

/** An entry with how it is used. */
export interface EntryUse extends Usage {
  readonly entry: Entry;
}

export interface Stats {
  readonly entries: number;
  readonly uses: number;
  readonly helpful: number;
  readonly unhelpful: number;
  /** Used at least once, the most used first; at most ten. */
  readonly mostUsed: readonly EntryUse[];
  /** More people found them no help than help; at most ten. */
  readonly toImprove: readonly EntryUse[];
  /** Not used for 180 days, though older than that; the longest first, at most ten. */
  readonly stale: readonly EntryUse[];
}

const mostListed = 10;
const staleAfter = 180 * 24 * 60 * 60 * 1_000;

/** How the entries of a community are used: what to keep, to improve and to clear away. */
export function statistics(house: House): (community: string) => Promise<Stats> {
  return async (community) => {
    const [index, usage] = await Promise.all([house.index(community), house.store.usage(community)]);
    const all = index.entries().map(({ entry }): EntryUse => ({ entry, ...(usage.get(entry.id) ?? unused) }));
    const before = house.now().getTime() - staleAfter;
    const sum = (count: (use: EntryUse) => number) => all.reduce((total, use) => total + count(use), 0);
    return {
      entries: all.length,
      uses: sum(({ uses }) => uses),
      helpful: sum(({ helpful }) => helpful),
      unhelpful: sum(({ unhelpful }) => unhelpful),
      mostUsed: all
        .filter(({ uses }) => uses > 0)
        .sort((a, b) => b.uses - a.uses)
        .slice(0, mostListed),
      toImprove: all
        .filter(({ helpful, unhelpful }) => unhelpful > helpful)
        .sort((a, b) => b.unhelpful - b.helpful - (a.unhelpful - a.helpful))
        .slice(0, mostListed),
      stale: all
        .filter((use) => lastTouched(use) < before)
        .sort((a, b) => lastTouched(a) - lastTouched(b))
        .slice(0, mostListed),
    };
  };
}

/** When somebody last used the entry or, if nobody ever did, wrote it. */
const lastTouched = ({ entry, lastUsed }: EntryUse): number =>
  Math.max(lastUsed?.getTime() ?? 0, entry.changed.at.getTime());
