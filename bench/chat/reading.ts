import { readQuestion } from '../../src/question/index.ts';
import type { Figure } from './figure.ts';
import { longest } from './longest.ts';
import { questions } from './questions.ts';
import { median, overRounds, perSecond, quantile, timesOf } from './rounds.ts';

/** How fast questions are read: real ones, and the longest that are accepted. */
export async function measureReading(rounds: number): Promise<Figure[]> {
  const times = await timesOf(questions, rounds, (text) => readQuestion({ text }));
  const long = await timesOf([...longest.values()], rounds, (text) => readQuestion({ text }));
  const kinds = [...longest.keys()].map((kind, at): Figure => {
    const value = median(long.map((round) => round[at] ?? Number.NaN));
    return { workload: `reading 16,000 characters: ${kind}`, value, unit: 'ms', goal: { most: 20 } };
  });
  return [
    { workload: 'reading questions', value: overRounds(times, perSecond), unit: 'a second' },
    {
      workload: 'reading a question, median',
      value: overRounds(times, median),
      unit: 'ms',
      goal: { most: 2 },
    },
    { workload: 'reading a question, 99 of 100', value: overRounds(times, quantile(0.99)), unit: 'ms' },
    ...kinds.toSorted((a, b) => b.value - a.value),
  ];
}
