import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerQuestion, answerToJson } from '../../../src/answer/index.ts';
import { explain } from '../../../src/explain/index.ts';
import { readQuestion } from '../../../src/question/index.ts';
import { plain } from '../../../src/reply/index.ts';

/** One pasted message with what it says in plain words, its cause, and every way out with the shape that it gives. */
const row = z.object({
  text: z.string(),
  title: z.string(),
  cause: z.string().nullable(),
  fixes: z.array(z.tuple([z.string(), z.array(z.number().nullable())])),
});

const rows = readFileSync(new URL('errors.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => row.parse(JSON.parse(line)));

test.each(rows)('$title: $text', ({ text, title, cause, fixes }) => {
  const answer = answerQuestion(readQuestion({ text }));
  const { diagnosis } = answer;
  expect(answer.status).toBe('answered');
  expect(plain(explain(answer).title)).toBe(title);
  expect(diagnosis && 'cause' in diagnosis ? diagnosis.cause : null).toBe(cause);
  expect(diagnosis?.fixes.map(({ code, output }) => [code, output])).toEqual(fixes);
});

test('ways out that are layers are results of the machine-readable answer', () => {
  const text = 'RuntimeError: mat1 and mat2 shapes cannot be multiplied (64x8192 and 9216x4096)';
  const answer = answerQuestion(readQuestion({ text }));
  const words = { understood: '', assumptions: [], text: '' };
  expect(answerToJson(answer, words, undefined)).toMatchObject({
    status: 'answered',
    kind: 'errorHelp',
    results: [
      { framework: 'torch', layer: 'Linear', input: { shape: [64, 8192] }, output: { shape: [64, 4096] } },
    ],
  });
});

test('the arithmetic of the message is shown with its own numbers', () => {
  const text =
    'Computed output size would be zero or negative. Received: `inputs.shape=[None 5 5 1]`, `pool_size=[6 6]`, `strides=(6, 6)`, `padding=valid`.';
  const { blocks } = explain(answerQuestion(readQuestion({ text })));
  expect(JSON.stringify(blocks)).toContain('⌊(5 − 6) / 6⌋ + 1 = 0');
});
