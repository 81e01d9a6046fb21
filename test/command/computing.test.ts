import { expect, test } from 'vitest';
import { computeAnswer } from '../../src/command/computing.ts';
import type { Workbench } from '../../src/command/index.ts';
import { readQuestion } from '../../src/question/index.ts';
import { plain } from '../../src/reply/index.ts';

/** Gives up at once, as a worker does after 10 seconds. */
const exhausted: Workbench = {
  answerAttachment: () => Promise.reject(AbortSignal.abort().reason),
  answerRequest: () => Promise.reject(AbortSignal.abort().reason),
};

const compute = (text: string) => {
  const request = { text };
  return computeAnswer({ question: readQuestion(request), request }, undefined, exhausted);
};

test('a search that takes too long ends in a clear word', async () => {
  const { status, message } = await compute('is nn.MaxPool2d(2) twice the same as nn.MaxPool2d(4)?');
  expect(status).toBe('error');
  expect(plain(message.title)).toBe('That takes me too long');
});

test('an ordinary question does not wait for a worker', async () => {
  const { status, message } = await compute('AveragePooling2D(2) on 4x4x4');
  expect(status).toBe('answered');
  expect(plain(message.title)).toBe('2 × 2 × 4');
});
