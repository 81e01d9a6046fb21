/** A list that grows, and whose future entries can be awaited. */
export interface Journal<Entry> {
  readonly entries: readonly Entry[];
  readonly add: (entry: Entry) => void;
  /** The first entry from `from` on that matches, now or once it comes. */
  readonly find: <Found extends Entry>(
    matches: (entry: Entry) => entry is Found,
    from?: number,
  ) => Promise<Found>;
  /** Settles with the first such entry. */
  readonly until: (matches: (entry: Entry) => boolean, from?: number) => Promise<void>;
}

export function createJournal<Entry>(): Journal<Entry> {
  const entries: Entry[] = [];
  const waiting = new Set<(entry: Entry) => void>();
  const find = <Found extends Entry>(matches: (entry: Entry) => entry is Found, from = 0): Promise<Found> => {
    const found = entries.slice(from).find(matches);
    if (found) return Promise.resolve(found);
    return new Promise((resolve) => {
      const look = (entry: Entry) => {
        if (!matches(entry)) return;
        waiting.delete(look);
        resolve(entry);
      };
      waiting.add(look);
    });
  };
  return {
    entries,
    add: (entry) => {
      entries.push(entry);
      for (const look of waiting) look(entry);
    },
    find,
    until: async (matches, from) => {
      await find((entry): entry is Entry => matches(entry), from);
    },
  };
}
