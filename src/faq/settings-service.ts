import { LRUCache } from 'lru-cache';
import { defaultSettings, type Person, type Settings } from './settings.ts';
import type { SettingsStore } from './store.ts';

/** How long (ms) settings are taken from memory before they are read again; another instance may have changed them. */
const fresh = 15_000;

export type SettingsSaved =
  | { readonly kind: 'saved'; readonly settings: Settings }
  /** Settings decide who may edit, so that they are for the platform's own staff alone. */
  | { readonly kind: 'forbidden' };

export interface SettingsService {
  /** Without waiting: what was read last, or the defaults; renewed behind the scenes when older than 15 s. */
  readonly known: (community: string) => Settings;
  /** From the database, now. */
  readonly read: (community: string) => Promise<Settings>;
  /** Changes the named settings and keeps the others; durable when it resolves. */
  readonly change: (community: string, person: Person, patch: Partial<Settings>) => Promise<SettingsSaved>;
  /** Reads the settings of all communities, so that `known` is right from the first question on. */
  readonly preload: () => Promise<void>;
}

export function createSettings(store: SettingsStore, now: () => Date = () => new Date()): SettingsService {
  const cache = new LRUCache<string, Settings>({
    max: 20_000,
    ttl: fresh,
    allowStale: true,
    noDeleteOnStaleGet: true,
    noDeleteOnFetchRejection: true,
    allowStaleOnFetchRejection: true,
    fetchMethod: (community) => store.read(community),
  });
  const keep = (community: string, settings: Settings): Settings => {
    cache.set(community, settings);
    return settings;
  };
  return {
    known: (community) => {
      const settings = cache.get(community);
      // While the database is away the last settings stay in force; whoever needs it hears so by `read`.
      void cache.fetch(community).catch(() => {});
      return settings ?? defaultSettings;
    },
    read: async (community) => keep(community, await store.read(community)),
    change: async (community, person, patch) => {
      if (!person.staff) return { kind: 'forbidden' };
      const settings = await store.change(community, patch, { by: person.user, at: now() });
      return { kind: 'saved', settings: keep(community, settings) };
    },
    preload: async () => {
      for (const [community, settings] of await store.all()) keep(community, settings);
    },
  };
}
