import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { topicIds } from '../../src/question/index.ts';

const shape = z.array(z.number().nullable());

const row = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.enum([
    'shape',
    'values',
    'trace',
    'compare',
    'explain',
    'error',
    'convert',
    'off-topic',
    'unanswerable',
  ]),
  expect: z.object({
    shape: shape.optional(),
    anyOf: z.array(shape).optional(),
    shapes: z.array(shape).optional(),
    values: z.array(z.number()).optional(),
    topics: z.array(z.enum(topicIds)).optional(),
    refuse: z.literal(true).optional(),
    mustMention: z.array(z.string()).optional(),
  }),
});

/** One question as somebody types it, with what a right reading of it must hold. */
export type Row = z.infer<typeof row>;

/** The questions of a file beside this one, one JSON object per line. */
export function rowsOf(file: string): readonly Row[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => row.parse(JSON.parse(line)));
}
