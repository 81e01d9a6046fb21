import { expect, test } from 'vitest';
import { readQuestion } from '../../src/question/index.ts';
import { mutate, randomFrom } from './mutate.ts';
import { rowsOf } from './rows.ts';

test('5,000 mutated questions are all read, with every part from a stretch of the text', () => {
  const texts = ['examples.jsonl', 'questions.jsonl'].flatMap((file) => rowsOf(file).map(({ text }) => text));
  const random = randomFrom(20_261_122);
  const misplaced: string[] = [];
  for (let done = 0; done < 5000; done += 1) {
    const text = mutate(texts[done % texts.length] ?? '', texts, random);
    const question = readQuestion({ text });
    for (const { span } of [...question.calls, ...question.inputs]) {
      if (span === null) continue;
      const inside = span.start >= 0 && span.start < span.end && span.end <= text.length;
      if (!inside) misplaced.push(`${span.start}–${span.end} of ${JSON.stringify(text)}`);
    }
  }
  expect(misplaced).toEqual([]);
});
