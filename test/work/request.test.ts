import { afterAll, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/index.ts';
import { explain } from '../../src/explain/index.ts';
import { readQuestion } from '../../src/question/index.ts';
import { createWorkPool } from '../../src/work/index.ts';

const pool = createWorkPool({ job: () => {} });
afterAll(() => pool.stop());

test.each([
  'AveragePooling2D(2) on 4x4x4',
  'is nn.MaxPool2d(2) twice the same as nn.MaxPool2d(4)?',
  'is LeakyReLU(0.2) after MaxPooling2D(2) the same as before it?',
  'pooling layers of DenseNet121 at 224x224',
  'where does 9216 come from',
  'which pool_size gives 7x7 from 28x28?',
  'nn.Sequential(nn.Conv2d(3, 8, 3), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(1800, 10)) on (1, 3, 32, 32)',
  'RuntimeError: mat1 and mat2 shapes cannot be multiplied (64x8192 and 9216x4096)',
])('a worker answers as the main thread does: %s', async (text) => {
  const here = explain(answerQuestion(readQuestion({ text })));
  const there = explain(await pool.answerRequest({ text }));
  expect(JSON.stringify(there)).toBe(JSON.stringify(here));
});

test('what takes long keeps nobody waiting', async () => {
  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns++;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await pool.answerRequest({
    text: 'is nn.MaxPool2d(63, stride=1) twice the same as nn.MaxPool2d(125, stride=1)?',
  });
  isDone = true;
  expect(turns).toBeGreaterThan(10);
});
