import type { Entry } from '../faq/index.ts';
import type { Action } from '../reply/index.ts';

/** "Did this help?" under an entry. */
export function entryActions({ id }: Entry): readonly Action[] {
  return [
    { kind: 'ask', label: 'this helped', command: 'faq vote', options: { question: id, helpful: true } },
    { kind: 'ask', label: 'did not help', command: 'faq vote', options: { question: id, helpful: false } },
  ];
}
