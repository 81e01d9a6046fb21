import type { TopicId } from '../topics.ts';

/**
 * How a topic is recognised. `cues` are phrases (see `phrasesOf`) with the weight each adds; a weight of 3 or more
 * says by itself that the text is about pooling. `terms` are single words that lean towards the topic.
 */
export interface TopicCues {
  readonly topic: TopicId;
  readonly cues: readonly (readonly [phrase: string, weight: number])[];
  readonly terms: string;
}
