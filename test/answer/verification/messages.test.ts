import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerQuestion } from '../../../src/answer/index.ts';
import { corrections } from '../../../src/explain/index.ts';
import { readQuestion } from '../../../src/question/index.ts';

/** A message, and each of its statements as it is quoted, with its verdict and, where it is wrong, what is true. */
const row = z.object({
  text: z.string(),
  claims: z
    .array(
      z.union([
        z.tuple([z.string(), z.enum(['right', 'unchecked'])]),
        z.tuple([z.string(), z.literal('wrong'), z.string()]),
      ]),
    )
    .optional(),
  /** What it is read as, where it is no message to check. */
  kind: z.string().optional(),
});

const rowsOf = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => row.parse(JSON.parse(line)));

function checked(text: string, prefer?: 'verify') {
  const answer = answerQuestion(readQuestion({ text, ...(prefer ? { prefer } : {}) }));
  const corrected = corrections(answer);
  const claims = answer.verified?.map(({ text: quote, verdict }, at) =>
    verdict === 'wrong' ? [quote, verdict, corrected[at]] : [quote, verdict],
  );
  return { claims, kind: claims ? undefined : answer.question.kind };
}

test.each(rowsOf('claims.jsonl'))('$text', ({ text, claims }) => {
  expect(checked(text, 'verify').claims).toEqual(claims);
});

test.each(rowsOf('messages.jsonl'))('whole message: $text', ({ text, claims }) => {
  expect(checked(text, 'verify').claims).toEqual(claims);
});

test.each(rowsOf('in-passing.jsonl'))('in passing: $text', ({ text, claims, kind }) => {
  expect(checked(text)).toEqual({ claims, kind });
});
