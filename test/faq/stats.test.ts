import { expect, test } from 'vitest';
import { days } from '../store/clock.ts';
import { course } from './course.ts';
import { household, keep } from './household.ts';

test('statistics say what is used, what does not help and what nobody needs any more', async () => {
  const house = await household();
  const { faq, pass } = house;
  const [gap, strides, padding] = await keep(house, ...course.slice(0, 3));
  if (!gap || !strides || !padding) throw new Error('three entries expected');
  for (const id of [strides.id, gap.id, strides.id]) await faq.used('c1', id);
  await faq.vote('c1', gap.id, 'sam', false);
  await faq.vote('c1', strides.id, 'sam', true);
  pass(179 * days);
  await faq.used('c1', strides.id);
  pass(2 * days);
  const stats = await faq.stats('c1');
  expect(stats).toMatchObject({ entries: 3, uses: 4, helpful: 1, unhelpful: 1 });
  const ids = (list: typeof stats.stale) => list.map(({ entry }) => entry.id);
  expect(ids(stats.mostUsed)).toEqual([strides.id, gap.id]);
  expect(ids(stats.toImprove)).toEqual([gap.id]);
  expect(ids(stats.stale).sort()).toEqual([gap.id, padding.id].sort());
  expect(stats.mostUsed[0]).toMatchObject({ uses: 3, lastUsed: new Date('2027-03-29T09:00:00Z') });
});

test('entries are listed by group and title, those without a group last', async () => {
  const house = await household();
  await keep(house, ...course);
  const list = await house.faq.list('c1');
  expect(list.map(({ group, entries }) => [group, entries.map(({ content }) => content.title)])).toEqual([
    ['Arguments', ['Default strides', 'Padding same or valid']],
    ['Basics', ['Global or local pooling?']],
    ['Organisation', ['Submitting homework 3']],
    [null, ['Overfitting']],
  ]);
});
