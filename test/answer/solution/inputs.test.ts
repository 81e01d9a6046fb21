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
  ['GlobalAveragePooling2D returns (None, 512), what was the map?', [null, null]],
])('%s', (text, axes) => {
  expect(inputsOf(text)).toEqual(axes);
});

test.each([
  'what happens to the input when MaxPool2d(2) outputs 7x7?',
  'How do I get the original size back after MaxPool2d(2), output is 7x7?',
  'my MaxPool2d(2) gives 7x7',
  'how do I get 7x7 with MaxPool2d(2)?',
])('hears a result that nobody asks about by name: %s', (text) => {
  expect(inputsOf(text)).toEqual([
    [14, 15],
    [14, 15],
  ]);
});

test.each([
  ['MaxPooling2D(2) gives 7x7 instead of 8x8, what is wrong with my input?', [14, 15], [16, 17]],
  ['why is the output of MaxPool2d(2) 7x7 and not 8x8?', [14, 15], [16, 17]],
  ['I expected 8x8 but MaxPool2d(2) gives 7x7', [14, 15], [16, 17]],
  // k3 s2: ⌊(n − 3) / 2⌋ + 1 = 12 for 25 and 26, 13 for 27 and 28.
  ['MaxPool2d(3, 2) returned 12x12 but I need 13x13', [25, 26], [27, 28]],
])('says what leads to either size: %s', (text, came, hoped) => {
  const found = answerQuestion(readQuestion({ text })).inputsFound;
  expect(found?.axes).toEqual([came, came]);
  expect(found?.instead?.axes).toEqual([hoped, hoped]);
});

test.each([
  // 4 ← 8, 9 ← 16 to 19 ← 32 to 39.
  ['what input size gives 4x4 after three MaxPool2d(2)?', 32, 39],
  // 5 ← 10, 11 ← 12, 13 ← 24 to 27 ← 26 to 29.
  ['which image size do I need so that Conv 3x3, pool 2, conv 3x3, pool 2 ends at 5x5?', 26, 29],
  ['two MaxPool2d(2) in a row, output 7x7, what was the input?', 28, 31],
  // 5 ← 15 to 17 ← 17 to 19 ← 34 to 39 ← 36 to 41.
  ['which input size gives 5x5 with conv 3x3, max pool 2, conv 3x3 and max pool 3?', 36, 41],
  // 6 ← 13, 14 ← 27 to 30.
  ['MaxPool2d(3, stride=2) followed by MaxPool2d(3, stride=2) gives 6x6, what went in?', 27, 30],
  // 7 · 32 and up to 31 more.
  ['image size so that VGG-style five MaxPool2d(2) give 7x7?', 224, 255],
  // 5 ← 10, 11 ← 14, 15 ← 28 to 31 ← 32 to 35.
  ['how large must the image be so that after conv 5x5, pool 2, conv 5x5, pool 2 a 5x5 map is left?', 32, 35],
  // 7 ← 14, 15 ← (n + 2 − 3) / 2 + 1 rounded down: 27 to 30.
  [
    'What input size gives 7x7?\n```\nnn.Sequential(nn.Conv2d(3, 8, 3, stride=2, padding=1), nn.ReLU(), nn.MaxPool2d(2))\n```',
    27,
    30,
  ],
  // Same convolutions keep the size; 6 ← 12, 13 ← 24 to 27.
  [
    "which input gives 6x6 after Conv2D(8, 3, padding='same'), MaxPooling2D(2), Conv2D(8, 3, padding='same'), MaxPooling2D(2)?",
    24,
    27,
  ],
])('goes back through layers in a row: %s', (text, least, most) => {
  const through = answerQuestion(readQuestion({ text })).inputsThrough;
  expect(through?.axes).toEqual([
    { least, most },
    { least, most },
  ]);
});

test('says of a size that layers pass over that nothing leads there', () => {
  // Upsampling doubles, so that only even sizes come out.
  const text = 'what input size gives 7x7 after MaxPooling2D(2), UpSampling2D(2)?';
  expect(answerQuestion(readQuestion({ text })).inputsThrough?.axes).toEqual([null, null]);
});

test.each(['max pooling output is 7x7x512, what was the input?'])('asks back: %s', (text) => {
  expect(answerQuestion(readQuestion({ text })).status).toBe('needs-more');
});

test.each([
  'what is the output of MaxPooling2D(2) for input 28x28x3?',
  'what input shape does MaxPooling2D(2) expect?',
  'Which input cells go into output (1,1) of MaxPool2d(2) on 4x4?',
])('seeks no input: %s', (text) => {
  expect(inputsOf(text)).toBeUndefined();
});
