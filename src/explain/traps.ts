import type { Layer } from '../frameworks/index.ts';
import type { Block } from '../reply/index.ts';

/** What is known to go wrong with these layers between releases, where the question touches it; otherwise nothing. */
export function trapBlocks(layers: readonly Layer[], question: string): readonly Block[] {
  const touched = layers.flatMap(({ notes }) =>
    notes.filter(({ cues = [] }) => cues.some((cue) => question.includes(cue))),
  );
  return [...new Set(touched)].map(({ versions, text }) => ({
    kind: 'notice',
    tone: 'warning',
    content: `${versions}: ${text}`,
  }));
}
