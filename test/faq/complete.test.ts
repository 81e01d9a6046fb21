import { expect, test } from 'vitest';
import { course } from './course.ts';
import { draft, household, keep } from './household.ts';

test('names that are exactly it come first, then beginnings, then typos and answers', async () => {
  const house = await household();
  await keep(
    house,
    draft('Pooling in three dimensions'),
    draft('Pooling'),
    draft('Other', { aliases: ['pooling order'] }),
    draft('Far', { body: 'Something on pooling.' }),
  );
  const offered = await house.faq.complete('c1', 'pooling', 25);
  expect(offered.map(({ name }) => name)).toEqual([
    'Pooling',
    'pooling order → Other',
    'Pooling in three dimensions',
    'Far',
  ]);
  const [typo] = await house.faq.complete('c1', 'poolnig in thre', 25);
  expect(typo?.name).toBe('Pooling in three dimensions');
});

test('a choice leads to its entry, and is at most 100 characters long', async () => {
  const house = await household();
  const [entry] = await keep(house, draft('t'.repeat(100), { aliases: ['a'.repeat(90)] }));
  const [choice] = await house.faq.complete('c1', 'aaa', 25);
  expect(choice?.name).toHaveLength(100);
  expect(choice?.value).toBe(entry?.id);
  expect(await house.faq.find('c1', choice?.value ?? '')).toEqual(entry);
});

test('before anything is typed, the entries used most are offered, at most as many as fit', async () => {
  const house = await household();
  const entries = await keep(house, ...course);
  await house.faq.used('c1', entries[3]?.id ?? '');
  const offered = await house.faq.complete('c1', ' ', 3);
  expect(offered.map(({ name }) => name)).toEqual([
    'Submitting homework 3',
    'Default strides',
    'Global or local pooling?',
  ]);
});
