import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createFreshIndex } from '../../src/faq/search/fresh-index.ts';
import { engines, open, sqlite } from '../store/engines.ts';
import { draft, type Household, household, teacher } from './household.ts';

const entries = 2_000;

const file = JSON.stringify({
  lifeguardFaq: 1,
  entries: Array.from({ length: entries }, (_, n) => ({
    ...draft(`Sheet ${n} on pooling in lab ${n % 40}`),
    triggers: [`what does sheet ${n} ask of pooling`],
  })),
});

/** How often others had a turn while this was done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let going = true;
  const done = work.finally(() => {
    going = false;
  });
  while (going) {
    await setImmediate();
    turns++;
  }
  await done;
  return turns;
}

const imported = (house: Household) => house.faq.import('c1', teacher, file, { dryRun: false });

test.each(engines)(
  'many entries are imported, indexed and exported in turns with others on $name',
  async ({ database }) => {
    const url = await database();
    const house = await household(url);
    expect(await turnsDuring(imported(house))).toBeGreaterThan(20);
    const other = await household(url);
    expect(await turnsDuring(other.faq.search('c1', 'sheet 77', 3))).toBeGreaterThan(10);
    expect((await other.faq.search('c1', 'sheet 77', 1))[0]?.entry.content.title).toMatch(/^Sheet 77 /);
    const markdown = await house.faq.export('c1', 'markdown');
    expect(await turnsDuring(house.faq.export('c1', 'markdown'))).toBeGreaterThan(5);
    expect(await turnsDuring(house.faq.import('c1', teacher, markdown, { dryRun: true }))).toBeGreaterThan(
      20,
    );
  },
);

test('an index is built once, however many ask for it meanwhile', async () => {
  const url = await sqlite.database();
  const house = await household(url);
  await imported(house);
  const store = await open(url);
  let readings = 0;
  const index = createFreshIndex({
    revision: store.faq.revision,
    changes: (community, since) => {
      readings++;
      return store.faq.changes(community, since);
    },
  });
  const all = await Promise.all(Array.from({ length: 9 }, () => index('c1')));
  expect(readings).toBe(1);
  expect(new Set(all).size).toBe(1);
  expect(all[0]?.size).toBe(entries);
});
