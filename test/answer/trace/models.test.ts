import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answer/index.ts';
import { explain } from '../../../src/explain/index.ts';
import { readQuestion } from '../../../src/question/index.ts';
import { plain } from '../../../src/reply/index.ts';

/** A message as somebody pastes it, and what its trace must be: see `models/`, worked out by hand. */
interface Pasted {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly string[];
}

const folder = new URL('models/', import.meta.url);

function pastedIn(file: string): readonly Pasted[] {
  const parts = readFileSync(new URL(file, folder), 'utf8').split(/^=== (.*)\n/m);
  return parts.slice(1).flatMap((name, at, all): readonly Pasted[] => {
    if (at % 2 === 1) return [];
    const [text = '', outcome = ''] = (all[at + 1] ?? '').split('\n---\n');
    const expected = outcome.trim().split('\n').map(words);
    return [{ name, text, expected }];
  });
}

/** Columns stand apart by two spaces and more. */
const words = (line: string): string => line.split(/ {2,}/).join(' | ');

const printed = (shape: readonly (number | null)[]): string =>
  `(${shape.map((size) => size ?? 'None').join(', ')})`;

/** The outcome of a message in the same words, and the sentences of its answer. */
function outcomeOf(text: string) {
  const answer = answerQuestion(readQuestion({ text }));
  const { trace } = answer.traced ?? {};
  const rows = trace?.layers.map(({ name, output, parameters, problem }) => {
    if (problem?.message) return `${name} | fails | ${problem.exception}: ${problem.message}`;
    if (problem) return `${name} | stops | ${problem.code}`;
    return `${name} | ${printed(output ?? [])} | ${(parameters?.trainable ?? 0) + (parameters?.nonTrainable ?? 0)}`;
  });
  const total = trace && (trace.parameters.trainable ?? 0) + (trace.parameters.nonTrainable ?? 0);
  const takes = trace?.layers.map(({ inputIds }) =>
    inputIds.map((id) => trace.layers.findIndex((layer) => layer.id === id) + 1).join(', '),
  );
  const said = explain(answer).blocks.flatMap((block) =>
    block.kind === 'text' ? [plain(block.content)] : [],
  );
  return { rows, total, takes, said };
}

const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));

describe.each(files)('%s', (file) => {
  test.each(pastedIn(file))('$name', ({ text, expected }) => {
    const { rows, total, takes, said } = outcomeOf(text);
    const layers = expected.filter((line) => !/^(total|says|takes) \|/.test(line));
    expect(rows).toEqual(layers);
    for (const line of expected) {
      const [what, ...rest] = line.split(' | ');
      if (what === 'total') expect(String(total)).toBe(rest[0]);
      if (what === 'says') expect(said).toContain(rest.join('  '));
      const [place, taken] = rest[0]?.split(': ') ?? [];
      if (what === 'takes') expect(takes?.[Number(place) - 1]).toBe(taken);
    }
  });
});

test('there are forty models and more, a quarter of them broken', () => {
  const all = files.flatMap(pastedIn);
  const broken = all.filter(({ name }) => name.startsWith('broken: '));
  expect(all.length).toBeGreaterThanOrEqual(40);
  expect(broken.length * 4).toBeGreaterThanOrEqual(all.length);
});
