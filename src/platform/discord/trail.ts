import { LRUCache } from 'lru-cache';

/** Takes away one message that belongs to an answer. */
export type TakeBack = () => Promise<unknown>;

/**
 * The further messages of answers that took more than one, by the id of the first, so that they go when it is edited
 * or deleted. Forgotten with a restart, after which only those that everybody sees can still be taken away.
 */
export interface Trail {
  /** The list for an answer, to be added to. */
  readonly of: (first: string) => TakeBack[];
  /** Takes the others back, if it knows any; those that are gone already, or out of reach, do not matter. */
  readonly clear: (first: string) => Promise<boolean>;
}

export function createTrail(): Trail {
  const kept = new LRUCache<string, TakeBack[]>({ max: 1_000 });
  return {
    of: (first) => {
      const others = kept.get(first) ?? [];
      kept.set(first, others);
      return others;
    },
    clear: async (first) => {
      const others = kept.get(first) ?? [];
      kept.delete(first);
      await Promise.allSettled(others.map((takeBack) => takeBack()));
      return others.length > 0;
    },
  };
}
