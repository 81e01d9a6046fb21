import { expect, test } from 'vitest';
import { StoreUnavailable } from '../../src/faq/index.ts';
import { together } from '../../src/store/together.ts';

/** Writes words and remembers how; gives their lengths. */
function writer(refuse: (words: readonly string[]) => void = () => {}) {
  const writes: (readonly string[])[] = [];
  const write = together(async (words: readonly string[]) => {
    writes.push(words);
    refuse(words);
    return (word: string) => word.length;
  });
  return { write, writes };
}

test('calls of one turn are one write, and each gets its own result', async () => {
  const { write, writes } = writer();
  expect(await Promise.all(['a', 'bb', 'ccc'].map(write))).toEqual([1, 2, 3]);
  expect(await write('dddd')).toBe(4);
  expect(writes).toEqual([['a', 'bb', 'ccc'], ['dddd']]);
});

test('one bad item fails alone', async () => {
  const { write } = writer((words) => {
    if (words.includes('bad')) throw new TypeError('a bad word');
  });
  const settled = await Promise.allSettled(['a', 'bad', 'ccc'].map(write));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a database that is away is not asked again for each', async () => {
  const { write, writes } = writer(() => {
    throw new StoreUnavailable('away', 'the database is away', null);
  });
  const settled = await Promise.allSettled(['a', 'bb'].map(write));
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(writes).toHaveLength(1);
});

test('more calls than one statement can hold are several writes', async () => {
  const { write, writes } = writer();
  const words = Array.from({ length: 500 }, (_, at) => `${at}`);
  expect(await Promise.all(words.map(write))).toHaveLength(500);
  expect(writes.flat()).toEqual(words);
  expect(Math.max(...writes.map(({ length }) => length))).toBeLessThanOrEqual(200);
});
