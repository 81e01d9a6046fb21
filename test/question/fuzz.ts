// Reads mutated questions without end in sight: node test/question/fuzz.ts [count] [seed]
import { parseArgs } from 'node:util';
import { readQuestion, textLimit } from '../../src/question/index.ts';
import { mutate, randomFrom } from './mutate.ts';
import { rowsOf } from './rows.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const count = Number(positionals[0] ?? 200_000);
const seed = Number(positionals[1] ?? 1);

const texts = ['examples.jsonl', 'questions.jsonl', 'refusals.jsonl'].flatMap((file) =>
  rowsOf(file).map(({ text }) => text),
);
const random = randomFrom(seed);
const write = (line: string) => process.stdout.write(`${line}\n`);

let slowest = { milliseconds: 0, text: '' };
const typical: number[] = [];
for (let done = 0; done < count; done += 1) {
  const text = mutate(texts[Math.floor(random() * texts.length)] ?? '', texts, random);
  const started = performance.now();
  try {
    readQuestion({ text });
  } catch (error) {
    write(`after ${done} texts, on ${JSON.stringify(text)}`);
    throw error;
  }
  const milliseconds = performance.now() - started;
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, text };
  if (done % 100 === 0) typical.push(milliseconds);
}

const longest = texts.join('\n').slice(0, textLimit);
const rounds = 20;
const started = performance.now();
for (let round = 0; round < rounds; round += 1) readQuestion({ text: longest });
const long = (performance.now() - started) / rounds;
const median = typical.toSorted((a, b) => a - b)[typical.length >> 1] ?? 0;
write(`${count} texts (seed ${seed}), no exception`);
write(`median ${median.toFixed(2)} ms, ${longest.length} characters ${long.toFixed(1)} ms`);
write(`slowest ${slowest.milliseconds.toFixed(1)} ms: ${JSON.stringify(slowest.text.slice(0, 200))}`);
