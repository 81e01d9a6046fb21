import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Drawing, Message } from '../../reply/index.ts';

/** An answer that a tab shows, with its pictures drawn: whoever made it is let go. */
export interface KeptAnswer {
  readonly tab: string;
  readonly message: Message;
  /** In the order of the message's picture blocks; null where one could not be drawn. */
  readonly drawings: readonly (Drawing | null)[];
}

/** The answers on open pages, for their pictures and their faces; the oldest go when there are too many. */
export interface Answers {
  readonly keep: (answer: KeptAnswer) => string;
  readonly find: (id: string) => KeptAnswer | null;
  /** Only by the tab whose answer it is. */
  readonly forget: (id: string, tab: string) => void;
}

/** At most this many characters of answers and drawings are held, for all tabs together. */
const mostCharacters = 32 * 1024 * 1024;

export function memoryAnswers(): Answers {
  const kept = new LRUCache<string, KeptAnswer>({ max: 10_000, maxSize: mostCharacters, sizeCalculation });
  return {
    keep: (answer) => {
      const id = randomUUID();
      kept.set(id, answer);
      return id;
    },
    find: (id) => kept.get(id) ?? null,
    forget: (id, tab) => {
      if (kept.get(id)?.tab === tab) kept.delete(id);
    },
  };
}

function sizeCalculation({ message, drawings }: KeptAnswer): number {
  return (
    JSON.stringify(message).length + drawings.reduce((sum, drawing) => sum + (drawing?.svg.length ?? 0), 0)
  );
}
