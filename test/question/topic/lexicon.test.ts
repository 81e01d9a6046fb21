import { expect, test } from 'vitest';
import { lexicon } from '../../../src/question/topic/lexicon/index.ts';
import { topicIds } from '../../../src/question/topics.ts';

test('every topic has its cues, once', () => {
  expect(lexicon.map(({ topic }) => topic).toSorted()).toEqual([...topicIds].toSorted());
});

test('every cue has a weight from 1 to 6 and a phrase without leftovers', () => {
  for (const { topic, cues } of lexicon) {
    for (const [phrase, weight] of cues) {
      expect(weight, `${topic}: ${phrase}`).toBeGreaterThanOrEqual(1);
      expect(weight, `${topic}: ${phrase}`).toBeLessThanOrEqual(6);
      expect(phrase).not.toMatch(/[$]|\s\s|^\s|\|\||\|$|\|\s|\s\|/);
    }
    expect(new Set(cues.map(([phrase]) => phrase)).size).toBe(cues.length);
  }
});
