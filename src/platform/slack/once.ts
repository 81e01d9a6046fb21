import { LRUCache } from 'lru-cache';

/**
 * Whether something with this key comes for the first time. Slack delivers again what it thinks was lost; with
 * several instances a store has to answer.
 */
export type Once = (key: string) => boolean | Promise<boolean>;

/** `Once` for one process: remembers the 10,000 newest keys, far more than come within Slack's hour of retries. */
export function memoryOnce(): Once {
  const seen = new LRUCache<string, true>({ max: 10_000 });
  return (key) => {
    if (seen.has(key)) return false;
    seen.set(key, true);
    return true;
  };
}
