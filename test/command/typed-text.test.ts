import { expect, test } from 'vitest';
import { readTypedText } from '../../src/command/typed-text.ts';

const option = (name: string, type: 'string' | 'boolean' | 'integer') => ({
  name,
  summary: name,
  type,
  required: false,
  choices: null,
  autocomplete: false,
  maxLength: null,
});
const options = [
  option('question', 'string'),
  option('pool_size', 'string'),
  option('private', 'boolean'),
  option('page', 'integer'),
];
const read = (text: string) => readTypedText(text, options);

test('text without options is the question, as it stands', () => {
  expect(read(' AveragePooling2D(2) on\n4x4x4 ')).toEqual({ question: 'AveragePooling2D(2) on\n4x4x4' });
});

test('name=value and name:value around the question set options', () => {
  expect(read('private:true MaxPooling2D() on 28x28x64 page=2')).toEqual({
    question: 'MaxPooling2D() on 28x28x64',
    private: true,
    page: 2,
  });
});

test('a value in brackets or quotes runs to their end', () => {
  expect(read('pool_size=(2, 3) on 8x8')).toEqual({ question: 'on 8x8', pool_size: '(2, 3)' });
  expect(read('pool_size="2 by 3"')).toEqual({ pool_size: '2 by 3' });
});

test('arguments inside code belong to the code', () => {
  const code = 'AveragePooling2D( pool_size=2, private=true )';
  expect(read(code)).toEqual({ question: code });
});

test('an apostrophe in a word, an unknown name and an open bracket stay text', () => {
  for (const text of ["what's pool( size", 'stride=2 please', "it's private"])
    expect(read(text)).toEqual({ question: text });
});

test('a value of the wrong type stays text for the schema to refuse', () => {
  expect(read('page=two')).toEqual({ page: 'two' });
});
