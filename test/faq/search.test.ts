import { describe, expect, test } from 'vitest';
import { termsOf } from '../../src/faq/search/terms.ts';
import { engines } from '../store/engines.ts';
import { course } from './course.ts';
import { draft, household, keep, keepOne, teacher } from './household.ts';

describe('search finds', () => {
  test.each([
    ['a title', 'padding same or valid', 'Padding same or valid'],
    ['an alias', 'hw3', 'Submitting homework 3'],
    ['words of the answer', 'notebook upload', 'Submitting homework 3'],
    ['a typo', 'overfiting', 'Overfitting'],
    ['two typos', 'homwork deadlin', 'Submitting homework 3'],
    ['a beginning', 'overf', 'Overfitting'],
    ['another wording', 'what if I left the stride out', 'Default strides'],
    ['a layer by its class', 'GlobalAveragePooling2D', 'Global or local pooling?'],
    ['a layer by its words', 'global average', 'Global or local pooling?'],
    ['an argument', 'pool_size', 'Default strides'],
  ])('%s: %s', async (_what, query, title) => {
    const house = await household();
    await keep(house, ...course);
    const [first] = await house.faq.search('c1', query, 5);
    expect(first?.entry.content.title).toBe(title);
  });

  test('nothing for words that no entry has, and nothing for no words', async () => {
    const house = await household();
    await keep(house, ...course);
    for (const query of ['', '   ', '?!', 'the of and', 'quantum chromodynamics'])
      expect(await house.faq.search('c1', query, 5)).toEqual([]);
  });

  test('an entry of exactly that name before all others', async () => {
    const house = await household();
    await keep(house, draft('Stride stride', { body: 'stride '.repeat(50) }), draft('Stride'));
    const hits = await house.faq.search('c1', 'stride?', 5);
    expect(hits.map(({ entry }) => entry.content.title)).toEqual(['Stride', 'Stride stride']);
  });
});

test('terms are words without endings and fillers, and the parts of a layer’s name', () => {
  expect(termsOf('What does AveragePooling2D(pool_size=2) do?')).toEqual([
    'averagepooling2d',
    'average',
    'pool',
    'pool_size',
    'pool',
    'size',
    '2',
  ]);
  expect(termsOf('Why don’t we pad?')).toEqual(['why', 'not', 'pad']);
  expect(termsOf('4x4x4 _ＧＡＰ_ übung')).toEqual(['4x4x4', 'gap', 'übung']);
});

test('of the longest question 64 different terms are looked up', async () => {
  const house = await household();
  await keepOne(house, draft('Overfitting'));
  const filler = (count: number) => Array.from({ length: count }, (_, i) => `w${i}q`).join(' ');
  expect(await house.faq.search('c1', `${filler(63)} overfitting`, 5)).toHaveLength(1);
  expect(await house.faq.search('c1', `${filler(63)} ${filler(63)} overfitting`, 5)).toHaveLength(1);
  expect(await house.faq.search('c1', `${filler(64)} overfitting`, 5)).toEqual([]);
});

test('SQLite and PostgreSQL rank the same, also after edits in another order', async () => {
  const queries = ['pooling', 'stride default', 'homework', 'global padding', 'same', 'numbr per chanel'];
  const rankings = await Promise.all(
    engines.map(async ({ database }, i) => {
      const house = await household(await database());
      await keep(house, ...(i === 0 ? course : course.toReversed()));
      for (const { entry } of await house.faq.search('c1', 'homework', 1)) {
        await house.faq.remove('c1', teacher, { id: entry.id, basedOn: 1 });
        if (i === 0) await house.faq.search('c1', 'homework', 1);
        await house.faq.recover('c1', teacher, { id: entry.id, basedOn: 2 });
      }
      const hits = await Promise.all(queries.map((query) => house.faq.search('c1', query, 9)));
      return hits.map((found) => found.map(({ entry, score }) => [entry.content.title, score]));
    }),
  );
  expect(rankings[0]).toEqual(rankings[1]);
  expect(rankings[0]?.flat().length).toBeGreaterThan(8);
});

describe.each(engines)('freshness on $name', ({ database }) => {
  test('what one instance changes the other one finds at once', async () => {
    const url = await database();
    const [here, there] = [await household(url), await household(url)];
    const titles = async (query: string) =>
      (await there.faq.search('c1', query, 5)).map(({ entry }) => entry.content.title);
    expect(await titles('dilation')).toEqual([]);
    const entry = await keepOne(here, draft('Dilation'));
    expect(await titles('dilation')).toEqual(['Dilation']);
    await here.faq.edit('c1', teacher, { id: entry.id, basedOn: 1 }, draft('Atrous windows'));
    expect(await titles('dilation')).toEqual([]);
    expect(await titles('atrous')).toEqual(['Atrous windows']);
    await here.faq.remove('c1', teacher, { id: entry.id, basedOn: 2 });
    expect(await titles('atrous')).toEqual([]);
  });

  test('many searches during many changes all see what was confirmed before them', async () => {
    const url = await database();
    const [here, there] = [await household(url), await household(url)];
    const seen: boolean[] = [];
    for (let i = 0; i < 10; i++) {
      const saving = here.faq.add('c1', teacher, draft(`Topic${i}x`));
      const looking = [there, here, there].map(({ faq }) => faq.search('c1', 'topic', 99));
      await Promise.all([saving, ...looking]);
      const after = await Promise.all([there, here, there].map(({ faq }) => faq.search('c1', 'topic', 99)));
      seen.push(...after.map((hits) => hits.length === i + 1));
    }
    expect(seen).not.toContain(false);
  });
});
