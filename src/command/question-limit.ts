import { LRUCache } from 'lru-cache';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts a question of somebody; the seconds until the next one may come, or null when this one may. */
export type QuestionLimit = (person: string) => number | null;

const minute = 60;

/**
 * So many questions a minute for each person of this process. The limiter counts at the call but tells by a promise,
 * for which reading can't wait: what it said of somebody's last question is kept, and decides about the next one.
 */
export function createQuestionLimit(perMinute: number): QuestionLimit {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: minute });
  const spent = new LRUCache<string, true>({ max: 100_000, ttl: minute * 1_000 });
  return (person) => {
    if (spent.has(person)) return Math.max(1, Math.ceil(spent.getRemainingTTL(person) / 1_000));
    void limiter.consume(person).then(({ remainingPoints, msBeforeNext }) => {
      if (remainingPoints === 0 && msBeforeNext > 0) spent.set(person, true, { ttl: msBeforeNext });
    }, ignoreRefusal);
    return null;
  };
}

/** More questions in one tick than the rest of the minute had: the first of them has already set the limit. */
const ignoreRefusal = () => {};
