/** Lets what concerns one message happen in order: an edit waits until the first answer stands. */
export interface Turns {
  /** `work` never rejects. */
  readonly take: (message: string, work: () => Promise<void>) => Promise<void>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    take: async (message, work) => {
      const mine = (last.get(message) ?? Promise.resolve()).then(work);
      last.set(message, mine);
      await mine;
      if (last.get(message) === mine) last.delete(message);
    },
  };
}
