import type { Action, Block, Inline, Message, Visibility } from '../../src/reply/index.ts';

interface Parts {
  readonly title: Inline;
  readonly understood?: Inline | null;
  readonly blocks?: readonly Block[];
  readonly actions?: readonly Action[];
  readonly visibility?: Visibility;
}

/** A message with everything that was not said left empty; for the asker alone unless it says otherwise. */
export const message = ({
  title,
  understood = null,
  blocks = [],
  actions = [],
  visibility = 'private',
}: Parts): Message => ({
  kind: 'message',
  title,
  understood,
  blocks,
  assumptions: [],
  actions,
  sources: [],
  visibility,
});

export const text = (...content: readonly Inline[]): Block => ({ kind: 'text', content });

export const list = (items: readonly Inline[]): Block => ({ kind: 'steps', ordered: false, items });

/** A day as staff read it, in UTC. */
export const day = (date: Date): string => date.toISOString().slice(0, 10);

/** The same to the minute. */
export const minute = (date: Date): string => date.toISOString().slice(0, 16).replace('T', ' ');

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Where nothing more is to be said than this. */
export const said = (title: Inline, ...sentences: readonly Inline[]): Message =>
  message({ title, blocks: sentences.map((sentence) => text(sentence)) });
