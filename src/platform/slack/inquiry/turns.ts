import type { Whereabouts } from './whereabouts.ts';

/**
 * Lets one person's questions in one thread happen in order: an edit waits until the first answer stands, and a follow-up
 * for what it goes on from.
 */
export interface Turns {
  /** `work` never rejects. */
  readonly take: (thread: string, work: () => Promise<void>) => Promise<void>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    take: async (thread, work) => {
      const mine = (last.get(thread) ?? Promise.resolve()).then(work);
      last.set(thread, mine);
      await mine;
      if (last.get(thread) === mine) last.delete(thread);
    },
  };
}

/** One person in one thread; a message outside of threads begins its own. */
export function turnKey({ team, channel, thread, user }: Whereabouts, ts: string): string {
  return `${team}:${channel}:${thread ?? ts}:${user}`;
}
