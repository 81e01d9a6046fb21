/**
 * Answers that are being sent, by channel. Who reacts to one has seen it before Discord has told this process its id,
 * so whatever looks an answer up waits for those that are on their way; never for the work before.
 */
export interface Showing {
  readonly track: <T>(channel: string, sending: Promise<T>) => Promise<T>;
  readonly settled: (channel: string) => Promise<void>;
}

export function createShowing(): Showing {
  const byChannel = new Map<string, Set<Promise<unknown>>>();
  return {
    track: (channel, sending) => {
      const going = byChannel.get(channel) ?? new Set();
      byChannel.set(channel, going.add(sending));
      const leave = () => {
        going.delete(sending);
        if (going.size === 0 && byChannel.get(channel) === going) byChannel.delete(channel);
      };
      sending.then(leave, leave);
      return sending;
    },
    settled: async (channel) => {
      await Promise.allSettled([...(byChannel.get(channel) ?? [])]);
    },
  };
}
