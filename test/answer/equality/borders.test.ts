import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answer/index.ts';
import { readQuestion } from '../../../src/question/index.ts';

const verdictOn = (text: string) => answerQuestion(readQuestion({ text })).equality?.forward;

test.each([
  ['avg_pool2d vs AveragePooling2D at the borders with padding', 'different'],
  ['AvgPool2d(3) vs AveragePooling2D(3) with padding', 'different'],
  ['is MaxPool2d with padding the same as MaxPooling2D?', 'equal'],
  [
    "AvgPool2d(3, stride=1, padding=1, count_include_pad=False) vs AveragePooling2D(3, strides=1, padding='same') at the borders",
    'equal',
  ],
  ['AvgPool2d vs AveragePooling2D', 'equal'],
])('%s: %s', (text, verdict) => {
  expect(verdictOn(text)).toBe(verdict);
});
