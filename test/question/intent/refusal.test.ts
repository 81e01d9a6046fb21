import { expect, test } from 'vitest';
import { readQuestion, textLimit } from '../../../src/question/index.ts';

const unread = (text: string) => {
  const question = readQuestion({ text });
  return question.kind === 'unknown' ? question.unread : question.kind;
};

test('nothing, and more than anyone reads', () => {
  expect(unread('  \n ')).toEqual({ reason: 'empty' });
  expect(unread('x'.repeat(textLimit + 1))).toEqual({
    reason: 'too-long',
    length: textLimit + 1,
    limit: textLimit,
  });
  expect(readQuestion({ text: 'pool '.repeat(3200) }).kind).toBeDefined();
});

test.each([
  'our redis connection pool keeps timing out',
  'an olympic swimming pool',
  'which learning rate for adam',
])('%s is off topic', (text) => {
  expect(unread(text)).toEqual({ reason: 'off-topic' });
});

test.each([
  ['what accuracy will I get if I swap Flatten for GAP?', 'training-result'],
  ['will my model overfit with GAP?', 'training-result'],
  ['which random regions did FractionalMaxPool2d pick in my run', 'random-draw'],
  ['what is the value of the pooled map for my x-ray image', 'unseen'],
])('%s can not be computed: %s', (text, about) => {
  expect(unread(text)).toEqual({ reason: 'not-computable', about });
});

test.each([
  ['my output shape is wrong, why?', ['code', 'input-shape']],
  ['how big is the output of a 2x2 max pool?', ['input-shape']],
  ['pool a 28x28x3 image, which size do I get?', ['pool-size']],
  ['what comes out for 28x28x3?', ['layer']],
  ['adaptive average pooling on [1, 3, 8, 8] in pytorch', ['target-size']],
])('%s lacks %j', (text, missing) => {
  expect(unread(text)).toEqual({ reason: 'incomplete', missing });
});

test('names of axes against an argument are a contradiction', () => {
  const text =
    "(batch, height, width, channels) = (8, 32, 32, 3) with MaxPooling2D(2, data_format='channels_first')";
  expect(unread(text)).toEqual({
    reason: 'contradiction',
    first: 'channels_first',
    second: '(8, 32, 32, 3)',
  });
});

test('an array with rows of different lengths is said to be one', () => {
  expect(unread('max pool 2x2 of [[1, 2], [3]]')).toMatchObject({
    reason: 'bad-shape',
    written: '[[1, 2], [3]]',
  });
});

test('a missing bracket is read over', () => {
  expect(readQuestion({ text: 'MaxPooling2D(2 on 4x4x4' }).kind).toBe('shape');
});

test('nothing is computed where something is missing', () => {
  for (const text of ['AveragePooling2D on 4x4x4', 'will my model overfit with GAP on 7x7x512?']) {
    expect(readQuestion({ text }).applications).toEqual([]);
  }
});

test('a typed layer that nobody has is not guessed', () => {
  const question = readQuestion({ text: '', set: { layer: 'MaxPoolng2D', shape: '8x8x3' } });
  expect(question).toMatchObject({
    kind: 'unknown',
    unread: { reason: 'unknown-layer', name: 'MaxPoolng2D' },
  });
});

test('an unsaid reduction is assumed for a shape and asked for where values depend on it', () => {
  expect(readQuestion({ text: '2x2 pool on 8x8x3' }).assumptions).toContainEqual({
    kind: 'reduce',
    reduce: 'max',
  });
  expect(unread('2x2 pool of [[1, 2], [3, 4]]')).toEqual({ reason: 'incomplete', missing: ['layer'] });
});
