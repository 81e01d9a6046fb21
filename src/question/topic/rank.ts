import type { TopicId } from '../topics.ts';
import type { TopicScores } from './search.ts';

/** The most topics that an answer names. */
const most = 6;

/** Topics far behind the first would only distract. */
const share = 0.2;

/** The topics of a question, the most fitting first: at most six, and none far behind the first. */
export function rankTopics(parts: readonly Iterable<readonly [TopicId, number]>[]): readonly TopicId[] {
  const scores = new Map<TopicId, number>();
  for (const part of parts)
    for (const [topic, score] of part) scores.set(topic, (scores.get(topic) ?? 0) + score);
  return strongest(scores);
}

function strongest(scores: TopicScores): readonly TopicId[] {
  const sorted = [...scores].sort(([, a], [, b]) => b - a);
  const best = sorted[0]?.[1] ?? 0;
  return sorted
    .filter(([, score]) => score >= Math.max(1, best * share))
    .slice(0, most)
    .map(([topic]) => topic);
}
