import type { TopicFacts, Use } from '../../answer/index.ts';
import { type Block, code, type Inline } from '../../reply/index.ts';
import { formatCall, formatTuple } from '../format.ts';

/** A number that stands in an explanation without being computed, with where it was published. */
export interface Figure {
  readonly figure: string;
  readonly source: string;
}

/** The words of one explanation. Every number in them comes from the facts or is a figure with its source. */
export interface Topic<Id extends keyof TopicFacts> {
  readonly title: string;
  readonly explain: (facts: TopicFacts[Id]) => readonly Block[];
  /** What is often believed, and what is so. */
  readonly misconception: { readonly believed: Inline; readonly actual: Inline };
  /** A question to try next. */
  readonly next: string;
  readonly figures: readonly Figure[];
}

/** "`MaxPooling2D(pool_size=2)` turns (None, 7, 7, 3) into (None, 3, 3, 3)". */
export function useSentence({ configuration, input, output }: Use): Inline {
  return [code(formatCall(configuration)), ` turns ${formatTuple(input)} into ${formatTuple(output)}`];
}
