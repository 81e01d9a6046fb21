import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerQuestion, answerToJson } from '../../../src/answer/index.ts';
import { explain } from '../../../src/explain/index.ts';
import { readQuestion } from '../../../src/question/index.ts';
import { plain } from '../../../src/reply/index.ts';

/**
 * One message as people paste it, with what it says in plain words, its cause, and every way out with the shape that it
 * gives, worked out by hand from the rules of the framework that raises it. Null for code: a layer is left out.
 */
const row = z.object({
  text: z.string(),
  title: z.string(),
  cause: z.string().nullable(),
  fixes: z.array(z.tuple([z.string().nullable(), z.array(z.number().nullable())])),
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

test.each([
  ['with a question behind it', (text: string) => `${text}\nwhat does this mean, and how do I fix it?`],
  ['in quoted lines', (text: string) => `> ${text.replaceAll('\n', '\n> ')}`],
  [
    'behind the lines of a traceback',
    (text: string) => `Traceback (most recent call last):\n  File "main.py", line 3, in <module>\n${text}`,
  ],
])('a message is told the same %s', (_, wrapped) => {
  for (const { text, fixes } of rows) {
    const { diagnosis } = answerQuestion(readQuestion({ text: wrapped(text) }));
    expect(diagnosis?.fixes.map(({ code, output }) => [code, output])).toEqual(fixes);
  }
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

test.each([
  // Nothing is told: the reply says that its shapes are an example, and on which input.
  [
    'RuntimeError: stride should not be zero',
    'nn.MaxPool2d(2, stride=2) – for example (1, 3, 32, 32) becomes (1, 3, 16, 16)',
  ],
  // A layer that is left out is no code to paste.
  [
    'RuntimeError: Given input size: (512x1x1). Calculated output size: (512x0x0). Output size is too small',
    'leave this layer out: (512, 1, 1) stays as it is',
  ],
  // One size of each is told, and not the axis.
  [
    'RuntimeError: Sizes of tensors must match except in dimension 1. Expected size 36 but got size 37 for tensor number 1 in the list.',
    'F.interpolate(x, size=skip.shape[2:]) – 36 becomes 37',
  ],
  // The sizes of the map are told, and no channels.
  [
    "Calculated padded input size per channel: (2 x 2). Kernel size: (3 x 3). Kernel size can't be greater than actual input size",
    'take a smaller kernel: kernel_size=2 – gives 1 × 1',
  ],
])('the reply tells what the shapes of a way out are: %s', (text, line) => {
  const { blocks } = explain(answerQuestion(readQuestion({ text })));
  const lines = blocks.flatMap((block) => (block.kind === 'steps' ? block.items.map(plain) : []));
  expect(lines).toContainEqual(expect.stringContaining(line));
});
