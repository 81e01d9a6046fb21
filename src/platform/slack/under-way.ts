import { setTimeout as sleep } from 'node:timers/promises';

/** The work that is going on, so that a stop can wait for it. */
export interface UnderWay {
  readonly track: (work: () => Promise<void>) => Promise<void>;
  /** Waits until all is done, at most `longest` milliseconds; tells how much is not. */
  readonly finish: (longest: number) => Promise<number>;
}

export function trackWork(): UnderWay {
  const going = new Set<Promise<void>>();
  return {
    track: async (work) => {
      const done = work();
      going.add(done);
      try {
        await done;
      } finally {
        going.delete(done);
      }
    },
    finish: async (longest) => {
      const late = new AbortController();
      const over = sleep(longest, undefined, { signal: late.signal }).catch(() => undefined);
      await Promise.race([Promise.allSettled([...going]), over]);
      late.abort();
      return going.size;
    },
  };
}
