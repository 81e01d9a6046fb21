import { LRUCache } from 'lru-cache';

/**
 * Whether something with this key comes for the first time. Platforms deliver again what they think was lost; with
 * several instances a store has to answer.
 */
export type Once = (key: string) => boolean | Promise<boolean>;

/** `Once` for one process: the 10,000 newest keys. */
export function memoryOnce(): Once {
  const seen = new LRUCache<string, true>({ max: 10_000 });
  return (key) => {
    const isNew = !seen.has(key);
    seen.set(key, true);
    return isNew;
  };
}
