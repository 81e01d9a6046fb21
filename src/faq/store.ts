import type { Change, Content, Entry, Revision, Stamp, Usage } from './entry.ts';
import type { Name } from './names.ts';
import type { Settings } from './settings.ts';

/** One entry to write. `basedOn` is the revision that the writer saw, 0 for a new entry. */
export interface Write {
  readonly id: string;
  readonly basedOn: number;
  readonly change: Change;
  readonly content: Content;
  readonly names: readonly Name[];
  readonly removed: boolean;
}

export interface Signature extends Stamp {
  readonly why: string | null;
}

export type Committed =
  | { readonly kind: 'committed'; readonly entries: readonly Entry[] }
  /** Somebody else changed it first: `current` is what it became. */
  | { readonly kind: 'conflict'; readonly current: Entry }
  | { readonly kind: 'missing'; readonly id: string }
  | { readonly kind: 'name-taken'; readonly name: string; readonly by: Entry };

/** One change by staff, of an entry or of the settings. */
export interface TrailLine extends Signature {
  readonly action: Change | 'settings';
  /** The entry's title, the settings' names, or how many entries came by one import. */
  readonly subject: string;
}

/** Entries of one community each; an id of another community is not found. */
export interface FaqStore {
  /** Grows with every change in the community; a search is fresh when its index has this number. */
  readonly revision: (community: string) => Promise<number>;
  /** Entries changed after `since`, removed ones among them; 0 gives all. */
  readonly changes: (
    community: string,
    since: number,
  ) => Promise<{ readonly revision: number; readonly entries: readonly Entry[] }>;
  readonly entry: (community: string, id: string) => Promise<Entry | null>;
  /** The entry, not removed, that has this `nameKey` as title or alias. */
  readonly named: (community: string, key: string) => Promise<Entry | null>;
  /** Newest first. */
  readonly history: (community: string, id: string) => Promise<readonly Revision[]>;
  /** All or nothing, durable when it resolves. */
  readonly commit: (community: string, writes: readonly Write[], signature: Signature) => Promise<Committed>;
  readonly used: (community: string, id: string, at: Date) => Promise<boolean>;
  /** One vote for each person and entry; the last one counts. */
  readonly vote: (community: string, id: string, voter: string, helpful: boolean) => Promise<boolean>;
  readonly usage: (community: string) => Promise<ReadonlyMap<string, Usage>>;
  /** Newest first. */
  readonly trail: (community: string, limit: number) => Promise<readonly TrailLine[]>;
}

/** A question that nobody could answer, without its asker. */
export interface Gap {
  /** The same for the same words. */
  readonly key: string;
  readonly text: string;
  readonly askedAt: Date;
}

export interface GapStore {
  readonly add: (community: string, gap: Gap) => Promise<void>;
  /** Newest first. */
  readonly list: (community: string, since: Date, limit: number) => Promise<readonly Gap[]>;
  readonly drop: (community: string, keys: readonly string[]) => Promise<void>;
}

export interface SettingsStore {
  readonly read: (community: string) => Promise<Settings>;
  /** Every community that changed a setting. */
  readonly all: () => Promise<ReadonlyMap<string, Settings>>;
  /** Changes the named settings and keeps the others. */
  readonly change: (community: string, patch: Partial<Settings>, stamp: Stamp) => Promise<Settings>;
}
