import { expect, test } from 'vitest';
import { findPhrases, phrasesOf } from '../../../src/question/words/phrases.ts';
import { scan } from '../../../src/question/words/scan.ts';

const found = (phrase: string, text: string) => findPhrases(phrasesOf([[phrase, true]]), scan(text)).length;

test('a phrase matches singular and plural, either word, and what may be missing', () => {
  expect(found('pool|pooling layer', 'two pooling layers')).toBe(1);
  expect(found('same padding?', 'same')).toBe(1);
  expect(found('stride of? #', 'a stride of 2, stride 3')).toBe(2);
});

test('a gap spans so many tokens and no more, and never a sentence', () => {
  expect(found('keras ~3 torch', 'keras or maybe torch')).toBe(1);
  expect(found('keras ~1 torch', 'keras or maybe torch')).toBe(0);
  expect(found('keras ~3 torch', 'keras. torch')).toBe(0);
});
