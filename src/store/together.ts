import { StoreUnavailable } from '../faq/index.ts';

interface Call<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Databases limit how many values one statement may hold. */
const most = 200;

/** Where calls come together (ms) from one write to the next. */
const spacing = 40;

/**
 * One write for all calls of one turn of the event loop, and once several come together for all of 40 ms: each commit
 * waits for the disk, and in a class that asks at once they would wait one after the other. `write` gives what tells each item its result.
 * Where the database refuses a whole write for one bad item, each is written alone.
 */
export function together<Item, Result>(
  write: (items: readonly Item[]) => Promise<(item: Item) => Result>,
): (item: Item) => Promise<Result> {
  const waiting: Call<Item, Result>[] = [];
  let lastBegun = Number.NEGATIVE_INFINITY;
  let isCrowded = false;

  const run = async (calls: readonly Call<Item, Result>[]): Promise<void> => {
    try {
      const resultOf = await write(calls.map(({ item }) => item));
      for (const { item, resolve } of calls) resolve(resultOf(item));
    } catch (error) {
      if (calls.length === 1 || error instanceof StoreUnavailable)
        for (const { reject } of calls) reject(error);
      else await Promise.all(calls.map((call) => run([call])));
    }
  };

  const begin = () => {
    lastBegun = performance.now();
    isCrowded = waiting.length > 1;
    while (waiting.length > 0) void run(waiting.splice(0, most));
  };

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ item, resolve, reject }) > 1) return;
      if (isCrowded && performance.now() - lastBegun < spacing) setTimeout(begin, spacing);
      else setImmediate(begin);
    });
}

/** Rows by their keys: two instances that write the same ones at once then wait for each other, and not both ways. */
export function inOrder<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  return rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
