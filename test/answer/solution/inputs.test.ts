import { expect, test } from 'vitest';
import { answerQuestion } from '../../../src/answer/index.ts';
import { readQuestion } from '../../../src/question/index.ts';

const inputsOf = (text: string) => answerQuestion(readQuestion({ text })).inputsFound?.axes;

test.each([
  [
    'MaxPooling2D output (7,7,512), what was the input?',
    [
      [14, 15],
      [14, 15],
    ],
  ],
  [
    'my output is 7x7 after MaxPool2d(2), what input size did I have?',
    [
      [14, 15],
      [14, 15],
    ],
  ],
  [
    'which input gives 13x13 with MaxPool2d(3,2)?',
    [
      [27, 28],
      [27, 28],
    ],
  ],
  [
    'What input shape produces (1, 64, 28, 28) after nn.MaxPool2d(3, stride=2, padding=1)?',
    [
      [55, 56],
      [55, 56],
    ],
  ],
  ['MaxPooling1D(3) gave 10 steps, how long was the input?', [[30, 31, 32]]],
  [
    "AveragePooling2D(2, padding='same') outputs 5x5. What was the input size?",
    [
      [9, 10],
      [9, 10],
    ],
  ],
  [
    'MaxPool2d(2, stride=3, ceil_mode=True) output 4x6, input size?',
    [
      [10, 11, 12],
      [16, 17, 18],
    ],
  ],
  [
    'Which input sizes give 7x7 with MaxPooling2D((2,3))?',
    [
      [14, 15],
      [21, 22, 23],
    ],
  ],
  ['AdaptiveAvgPool2d(7) output 7x7x512, what was the input?', [null, null]],
  ['AdaptiveAvgPool2d(7) output 6x6x512, what was the input?', [[], []]],
  ['GlobalAveragePooling2D output (512,), what was the input?', [null, null]],
])('%s', (text, axes) => {
  expect(inputsOf(text)).toEqual(axes);
});

test.each([
  'max pooling output is 7x7x512, what was the input?',
  'two MaxPool2d(2) in a row, output 7x7, what was the input?',
])('asks back: %s', (text) => {
  expect(answerQuestion(readQuestion({ text })).status).toBe('needs-more');
});

test.each([
  'what is the output of MaxPooling2D(2) for input 28x28x3?',
  'what input shape does MaxPooling2D(2) expect?',
  'Which input cells go into output (1,1) of MaxPool2d(2) on 4x4?',
])('seeks no input: %s', (text) => {
  expect(inputsOf(text)).toBeUndefined();
});
