import { expect, test } from 'vitest';
import { readQuestion } from '../../src/question/index.ts';
import { mutate, randomFrom } from './mutate.ts';
import { rowsOf } from './rows.ts';

test('5,000 mutated questions are all read, each into a question that keeps its text', () => {
  const texts = ['examples.jsonl', 'questions.jsonl'].flatMap((file) => rowsOf(file).map(({ text }) => text));
  const random = randomFrom(20_261_122);
  for (let done = 0; done < 5000; done += 1) {
    const text = mutate(texts[done % texts.length] ?? '', texts, random);
    const question = readQuestion({ text });
    expect(question.text).toBe(text);
    for (const { span } of [...question.calls, ...question.inputs]) {
      if (span === null) continue;
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(text.length);
      expect(span.end).toBeGreaterThan(span.start);
    }
  }
});
