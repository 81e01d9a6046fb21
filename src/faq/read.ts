import type { Message } from '../reply/index.ts';
import type { Content, Entry, Revision, Usage } from './entry.ts';
import type { House } from './house.ts';
import { nameKey } from './names.ts';
import { completeEntries, type EntryChoice, toChoice } from './search/complete.ts';
import type { Hit, Match } from './search/entry-index.ts';
import { entriesAnswerIn, type Settings } from './settings.ts';
import { showContent } from './show.ts';
import type { TrailLine } from './store.ts';

export interface EntryGroup {
  /** Null for entries that have none; they come last. */
  readonly group: string | null;
  readonly entries: readonly Entry[];
}

/** What anybody in a community may see of its entries. */
export interface Reading {
  /** By id, title or alias; null when none is called exactly so. */
  readonly find: (community: string, name: string) => Promise<Entry | null>;
  readonly search: (community: string, query: string, limit: number) => Promise<readonly Hit[]>;
  /** The entry that answers a question better than the engine, if one does for sure and may answer here. */
  readonly bestMatch: (community: string, channel: string, question: string) => Promise<Match | null>;
  readonly complete: (community: string, typed: string, limit: number) => Promise<readonly EntryChoice[]>;
  readonly list: (community: string) => Promise<readonly EntryGroup[]>;
  /** The entry as a message, computed now. */
  readonly show: (entry: { readonly content: Content }) => Promise<Message>;
  /** Newest first; empty for an id that is not here. */
  readonly history: (community: string, id: string) => Promise<readonly Revision[]>;
  /** Entries that can be brought back, the last removed first. */
  readonly removed: (community: string) => Promise<readonly Entry[]>;
  readonly trail: (community: string, limit: number) => Promise<readonly TrailLine[]>;
  /** Counts that the entry was shown to somebody. */
  readonly used: (community: string, id: string) => Promise<void>;
  readonly vote: (community: string, id: string, user: string, helpful: boolean) => Promise<boolean>;
  readonly usage: (community: string) => Promise<ReadonlyMap<string, Usage>>;
}

export function reading(house: House): Reading {
  const { store } = house;
  return {
    find: async (community, name) => {
      const entry = await store.entry(community, name.trim());
      return entry && !entry.removed ? entry : store.named(community, nameKey(name));
    },
    search: async (community, query, limit) => (await house.index(community)).search(query, limit),
    bestMatch: async (community, channel, question) => {
      const settings: Settings = await house.settings.read(community);
      if (!entriesAnswerIn(settings, channel)) return null;
      const match = (await house.index(community)).bestMatch(question);
      return match && match.confidence >= settings.faqThreshold ? match : null;
    },
    complete: async (community, typed, limit) => {
      const index = await house.index(community);
      if (typed.trim() !== '') return completeEntries(index, typed, limit);
      const usage = await store.usage(community);
      return index
        .entries()
        .toSorted((a, b) => (usage.get(b.entry.id)?.uses ?? 0) - (usage.get(a.entry.id)?.uses ?? 0))
        .slice(0, limit)
        .map(({ entry }) => toChoice(entry, entry.content.title));
    },
    list: async (community) => {
      const entries = (await house.index(community)).entries().map(({ entry }) => entry);
      const groups = Map.groupBy(entries, ({ content }) => content.group);
      return [...groups]
        .map(([group, grouped]) => ({ group, entries: grouped }))
        .sort((a, b) => byGroup(a.group, b.group));
    },
    show: ({ content }) => showContent(content, house.live),
    history: (community, id) => store.history(community, id),
    removed: async (community) => {
      const { entries } = await store.changes(community, 0);
      return entries
        .filter(({ removed }) => removed)
        .sort((a, b) => b.changed.at.getTime() - a.changed.at.getTime());
    },
    trail: (community, limit) => store.trail(community, limit),
    used: async (community, id) => {
      await store.used(community, id, house.now());
    },
    vote: (community, id, user, helpful) => store.vote(community, id, user, helpful),
    usage: (community) => store.usage(community),
  };
}

function byGroup(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b, 'en');
}
