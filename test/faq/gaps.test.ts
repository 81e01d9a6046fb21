import { expect, test } from 'vitest';
import { days } from '../store/clock.ts';
import { type Household, household, teacher } from './household.ts';

async function listening(): Promise<Household> {
  const house = await household();
  await house.store.settings.change('c1', { gaps: true }, { by: 'ada', at: new Date(0) });
  return house;
}

test('nothing is kept unless staff switched it on', async () => {
  const { faq } = await household();
  expect(await faq.gaps.note('c1', 'What is the meaning of pooling?')).toBe(false);
  expect(await faq.gaps.list('c1')).toEqual([]);
});

test('names, mentions and addresses are not kept', async () => {
  const { faq } = await listening();
  const asked =
    '<@U12|sam> <@!99> <#C1> <!subteam^S1|@tutors> @sam.doe why is sam@uni.edu’s <mailto:a@b.de|a@b.de> model slow?';
  expect(await faq.gaps.note('c1', asked)).toBe(true);
  const [gap] = await faq.gaps.list('c1');
  expect(gap?.text).toBe('why is ’s model slow?');
  expect(await faq.gaps.note('c1', '<@U12> ?')).toBe(false);
});

test('the same question in other words is one group, counted, the most asked first', async () => {
  const { faq, pass } = await listening();
  for (const question of [
    'How do I install TensorFlow?',
    'why is my GPU not used',
    'Why is my gpu not used?',
    'How to instal tensorflow',
    'WHY IS MY GPU NOT USED',
    'why isn’t the GPU used?',
    'Is there an exam?',
  ]) {
    await faq.gaps.note('c1', question);
    pass(1_000);
  }
  const groups = await faq.gaps.list('c1');
  expect(groups.map(({ text, count, others }) => [text, count, others])).toEqual([
    ['WHY IS MY GPU NOT USED', 4, ['why isn’t the GPU used?']],
    ['How to instal tensorflow', 2, ['How do I install TensorFlow?']],
    ['Is there an exam?', 1, []],
  ]);
  expect(groups[0]?.lastAsked).toEqual(new Date('2026-10-01T09:00:05Z'));
});

test('a group that got its entry is closed as a whole', async () => {
  const { faq } = await listening();
  for (const question of ['Is there an exam?', 'is there any exam', 'Where is the lab?'])
    await faq.gaps.note('c1', question);
  const [exam] = await faq.gaps.list('c1');
  expect(exam?.count).toBe(2);
  expect(await faq.gaps.close('c2', teacher, exam?.key ?? '')).toBe(true);
  expect(await faq.gaps.list('c1')).toHaveLength(2);
  expect(await faq.gaps.close('c1', teacher, exam?.key ?? '')).toBe(true);
  expect((await faq.gaps.list('c1')).map(({ text }) => text)).toEqual(['Where is the lab?']);
});

test('after 90 days a question is gone', async () => {
  const { faq, store, pass } = await listening();
  await faq.gaps.note('c1', 'Is there an exam?');
  pass(90 * days - 1);
  expect(await faq.gaps.list('c1')).toHaveLength(1);
  pass(1);
  expect(await faq.gaps.list('c1')).toEqual([]);
  expect(await store.purge()).toMatchObject({ gaps: 1 });
});

test('a very long question is kept by its beginning', async () => {
  const { faq } = await listening();
  await faq.gaps.note('c1', 'why '.repeat(4_000));
  const [gap] = await faq.gaps.list('c1');
  expect(gap?.text).toHaveLength(501);
});
