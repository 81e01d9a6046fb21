import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Action } from '../reply/index.ts';

/** An action behind a button, and whose answer the button stands under. */
export interface KeptAction {
  readonly action: Action;
  readonly asker: string;
  /** The server or workspace; null in a direct message. */
  readonly community: string | null;
}

/** Holds what a button does while the platform holds only an id (ids are too short for a question). */
export interface ActionKeeper {
  /** The ids to put on the buttons of one answer, in order: at most 100 characters each, unguessable. */
  readonly keep: (
    actions: readonly Action[],
    asker: string,
    community: string | null,
  ) => Promise<readonly string[]>;
  /** What the button does; null when it is forgotten or was never handed out. */
  readonly find: (id: string) => Promise<KeptAction | null>;
}

/** A keeper for one process: the 10,000 newest buttons, gone with a restart. */
export function memoryKeeper(): ActionKeeper {
  const kept = new LRUCache<string, KeptAction>({ max: 10_000 });
  return {
    keep: async (actions, asker, community) =>
      actions.map((action) => {
        const id = randomUUID();
        kept.set(id, { action, asker, community });
        return id;
      }),
    find: async (id) => kept.get(id) ?? null,
  };
}
