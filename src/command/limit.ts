import { LRUCache } from 'lru-cache';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts something that somebody does; the seconds until they may do it again, or null when they may now. */
export type Limit = (person: string) => number | null;

/**
 * So many times (`most`) in so many seconds for each person of this process. The limiter counts at the call but tells
 * by a promise, for which reading can't wait: what it said of somebody's last time is kept, and decides about the next.
 */
export function createLimit(most: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points: most, duration: seconds });
  const spent = new LRUCache<string, true>({ max: 100_000, ttl: seconds * 1_000 });
  return (person) => {
    if (spent.has(person)) return Math.max(1, Math.ceil(spent.getRemainingTTL(person) / 1_000));
    void limiter.consume(person).then(({ remainingPoints, msBeforeNext }) => {
      if (remainingPoints === 0 && msBeforeNext > 0) spent.set(person, true, { ttl: msBeforeNext });
    }, ignoreRefusal);
    return null;
  };
}

/** More in one tick than were left: the first of them has already set the limit. */
const ignoreRefusal = () => {};
