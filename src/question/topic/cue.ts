import type { TopicId } from '../topics.ts';

/**
 * How a topic is recognised. `cues` are phrases (see `phrasesOf`) with the weight each adds. `terms` are single words that lean towards the topic.
 */
export interface TopicCues {
  readonly topic: TopicId;
  /** Set where other subjects use the same words, so that they say nothing by themselves. */
  readonly shared?: true;
  readonly cues: readonly (readonly [phrase: string, weight: number])[];
  readonly terms: string;
}
