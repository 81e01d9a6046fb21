/** The work that is going on, so that a stop can wait for it. */
export interface UnderWay {
  readonly track: (work: Promise<void>) => void;
  /** Waits until all is done, for at most so many milliseconds; gives how much is not. */
  readonly finish: (longest: number) => Promise<number>;
}

export function createUnderWay(): UnderWay {
  const going = new Set<Promise<void>>();
  return {
    track: (work) => {
      going.add(work);
      const leave = () => going.delete(work);
      work.then(leave, leave);
    },
    finish: async (longest) => {
      const { promise: over, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, longest);
      await Promise.race([Promise.allSettled([...going]), over]);
      clearTimeout(timer);
      return going.size;
    },
  };
}
