import type { APIMessage, RESTPostAPIInteractionCallbackJSONBody } from 'discord.js';

/** Everything that a test may wait for, in the order in which it happened. */
export type Happening =
  | { readonly kind: 'request'; readonly method: string; readonly path: string; readonly status: number }
  | { readonly kind: 'identified' | 'resumed'; readonly shard: readonly [number, number] }
  | { readonly kind: 'socket closed'; readonly code: number }
  | { readonly kind: 'commands registered'; readonly guild: string | null; readonly names: readonly string[] }
  | {
      readonly kind: 'callback';
      readonly interaction: string;
      readonly body: RESTPostAPIInteractionCallbackJSONBody;
    }
  | { readonly kind: 'followed up'; readonly interaction: string; readonly message: APIMessage }
  | {
      readonly kind: 'created' | 'edited';
      readonly message: APIMessage;
      /** Who would be notified: user ids, role ids, "everyone". */
      readonly pings: readonly string[];
    }
  | { readonly kind: 'deleted'; readonly channel: string; readonly id: string }
  | { readonly kind: 'typing'; readonly channel: string };

export interface Journal {
  readonly all: readonly Happening[];
  readonly add: (happening: Happening) => void;
  /**
   * The first thing that `pick` returns for what has happened (since that many happenings) or will happen; rejects
   * after `patience` ms with the journal's tail.
   */
  readonly until: <T>(what: string, pick: Pick<T>, since?: number) => Promise<T>;
}

type Pick<T> = (happening: Happening) => T | undefined;

export function createJournal(patience = 8_000): Journal {
  const all: Happening[] = [];
  const waiting = new Set<(happening: Happening) => void>();
  return {
    all,
    add: (happening) => {
      all.push(happening);
      for (const hear of [...waiting]) hear(happening);
    },
    until: (what, pick, since = 0) => {
      for (const happening of all.slice(since)) {
        const found = pick(happening);
        if (found !== undefined) return Promise.resolve(found);
      }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(hear);
          reject(new Error(`Waited in vain for ${what}. Last seen:\n${tail(all)}`));
        }, patience);
        const hear = (happening: Happening) => {
          const found = pick(happening);
          if (found === undefined) return;
          clearTimeout(timer);
          waiting.delete(hear);
          resolve(found);
        };
        waiting.add(hear);
      });
    },
  };
}

const tail = (all: readonly Happening[]): string =>
  all
    .slice(-12)
    .map((happening) => JSON.stringify(happening).slice(0, 240))
    .join('\n');
