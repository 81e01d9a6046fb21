import type { Action, Block, Inline, Message, Source } from '../reply/index.ts';

interface Parts {
  readonly title: Inline;
  readonly understood?: Inline | null;
  readonly blocks?: readonly Block[];
  readonly assumptions?: readonly Inline[];
  readonly actions?: readonly Action[];
  readonly sources?: readonly Source[];
  readonly visibility?: 'public' | 'private';
}

/** A message with everything that was not said left empty. */
export function message({ title, visibility = 'public', ...parts }: Parts): Message {
  return {
    kind: 'message',
    title,
    understood: parts.understood ?? null,
    blocks: parts.blocks ?? [],
    assumptions: parts.assumptions ?? [],
    actions: parts.actions ?? [],
    sources: parts.sources ?? [],
    visibility,
  };
}

export const text = (...content: readonly Inline[]): Block => ({ kind: 'text', content });

export const list = (items: readonly Inline[]): Block => ({ kind: 'steps', ordered: false, items });
