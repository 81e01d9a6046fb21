import { LRUCache } from 'lru-cache';

/** Takes away one message that belongs to an answer. */
export type TakeBack = () => Promise<unknown>;

/**
 * The further messages of answers that took more than one, by the id of the first, so that they go when it is edited
 * or deleted. Forgotten with a restart: then they stay.
 */
export interface Trail {
  readonly keep: (first: string, others: readonly TakeBack[]) => void;
  /** Takes the others back; those that are gone already, or out of reach, do not matter. */
  readonly clear: (first: string) => Promise<void>;
}

export function createTrail(): Trail {
  const kept = new LRUCache<string, readonly TakeBack[]>({ max: 1_000 });
  return {
    keep: (first, others) => {
      if (others.length > 0) kept.set(first, others);
    },
    clear: async (first) => {
      const others = kept.get(first) ?? [];
      kept.delete(first);
      await Promise.allSettled(others.map((takeBack) => takeBack()));
    },
  };
}
