import { describe, expect, test } from 'vitest';
import { course } from './course.ts';
import { draft, household, keep } from './household.ts';
import { neighbours, ordinary, rewordings } from './questions.ts';

const ada = { by: 'ada', at: new Date(0) };

async function answering() {
  const house = await household();
  await keep(house, ...course);
  return house;
}

describe('an entry answers', () => {
  test.each([
    ['GAP', 'Global or local pooling?'],
    ['what is GAP?', 'Global or local pooling?'],
    ['What is the difference between global and local pooling?', 'Global or local pooling?'],
    ['hi, what’s the diference between local and global pooling please', 'Global or local pooling?'],
    ['why do networks end in global average pooling', 'Global or local pooling?'],
    ['what happens if I leave out strides?', 'Default strides'],
    ['when is homework 3 due', 'Submitting homework 3'],
    ['Hello! When is homework 3 due??', 'Submitting homework 3'],
    ['when should I use padding="same"', 'Padding same or valid'],
  ])('%s', async (question, title) => {
    const { faq } = await answering();
    const match = await faq.bestMatch('c1', 'help', question);
    expect(match?.entry.content.title).toBe(title);
  });
});

describe('no false alarm', () => {
  test.each([
    'output shape of AveragePooling2D(2) on 4x4x4',
    'GlobalAveragePooling2D on 7x7x512',
    'global average pooling on (None, 8, 8, 32)',
    'what is the output of global pooling with keepdims=True?',
    'which strides give 7x7 from 28x28?',
    'when is homework 2 due?',
    'how do I submit homework?',
    'is padding same slower than valid?',
    'when should I not use padding same on a 1x1 map?',
    'will my model overfit with GAP?',
    'my loss is nan after MaxPooling2D',
    'MaxPool2d(3, stride=2, padding=1) on 1x64x112x112',
    'ValueError: Negative dimension size caused by subtracting 2 from 1',
    'pooling',
    'why?',
    'thanks!',
    '',
  ])('%s', async (question) => {
    const { faq } = await answering();
    expect(await faq.bestMatch('c1', 'help', question)).toBeNull();
  });

  test('where two entries fit as well, neither is taken', async () => {
    const house = await household();
    await keep(
      house,
      draft('Labs, Monday', { triggers: ['where is the lab?'] }),
      draft('Labs, Friday', { triggers: ['Where is the lab'] }),
    );
    expect(await house.faq.bestMatch('c1', 'help', 'where is the lab')).toBeNull();
  });
});

describe('among many entries', () => {
  const wrong = async (asked: readonly (readonly [question: string, title: string | null])[]) => {
    const house = await household();
    await keep(house, ...course, ...neighbours);
    const given = await Promise.all(
      asked.map(async ([question]) => {
        const match = await house.faq.bestMatch('c1', 'help', question);
        return [question, match?.entry.content.title ?? null];
      }),
    );
    return given.filter(([, title], at) => title !== asked[at]?.[1]);
  };

  test('none of 60 ordinary questions is answered by an entry that is about something else', async () => {
    expect(ordinary).toHaveLength(60);
    expect(await wrong(ordinary.map((question) => [question, null]))).toEqual([]);
  });

  test('20 rewordings find the entry that they mean', async () => {
    expect(rewordings).toHaveLength(20);
    expect(await wrong(rewordings)).toEqual([]);
  });
});

test('the threshold, the channels and the switch are settings', async () => {
  const { faq, store } = await answering();
  const near = 'why do networks end in global average pooling';
  const asked = async (channel = 'help') => (await faq.bestMatch('c1', channel, near)) !== null;
  expect(await asked()).toBe(true);
  await store.settings.change('c1', { faqThreshold: 1 }, ada);
  expect(await asked()).toBe(false);
  await store.settings.change('c1', { faqThreshold: 0.6, faqChannels: ['help'] }, ada);
  expect([await asked(), await asked('general')]).toEqual([true, false]);
  await store.settings.change('c1', { faqAnswers: false }, ada);
  expect(await asked()).toBe(false);
});
