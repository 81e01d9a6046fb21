/** A list that grows, and whose future entries can be awaited. */
export interface Journal<Entry> {
  readonly entries: readonly Entry[];
  readonly add: (entry: Entry) => void;
  /** The first entry from `from` on that matches, now or once it comes. */
  readonly find: <Found extends Entry>(
    matches: (entry: Entry) => entry is Found,
    from?: number,
  ) => Promise<Found>;
}

export function createJournal<Entry>(): Journal<Entry> {
  const entries: Entry[] = [];
  const waiting = new Set<(entry: Entry) => void>();
  return {
    entries,
    add: (entry) => {
      entries.push(entry);
      for (const look of waiting) look(entry);
    },
    find: (matches, from = 0) => {
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
    },
  };
}
