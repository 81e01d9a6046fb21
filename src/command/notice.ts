import type { Inline, Message } from '../reply/index.ts';

/** A short private word to the asker. */
export const notice = (title: string, ...paragraphs: readonly Inline[]): Message => ({
  kind: 'message',
  title,
  understood: null,
  blocks: paragraphs.map((content) => ({ kind: 'text', content })),
  assumptions: [],
  actions: [],
  sources: [],
  visibility: 'private',
});
