import { createFaq, type Faq } from '../../src/faq/index.ts';
import { openStore } from '../../src/store/index.ts';
import { timed, watched } from './clock.ts';
import { entry, queries } from './entries.ts';

/** One thing that was measured: its figures by their names, all in one unit. */
export interface Row {
  readonly work: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly unit: string;
}

const entries = 10_000;
const people = 16;
const teacher = { user: 'bench', staff: true, roles: [] };

/** Search over 10,000 entries and durable writes: each write is one entry, confirmed only when it is on the disk. */
export async function measure(url: string): Promise<readonly Row[]> {
  const store = await openStore({ url, secretKey: 'bench', log: { warn: () => {}, info: () => {} } });
  const live = {
    check: () => ({ ok: false, problem: 'none here' }) as const,
    compute: () => Promise.reject(new Error('none here')),
  };
  const faq = createFaq({ store: store.faq, gaps: store.gaps, settings: store.settings, live });
  const file = JSON.stringify({
    lifeguardFaq: 1,
    entries: Array.from({ length: entries }, (_, n) => entry(n)),
  });
  const imported = await watched(() => faq.import('c1', teacher, file, { dryRun: false }));
  const first = await watched(() => faq.search('c1', 'padding', 8));
  const ask = (round: number) => queries[round % queries.length] ?? '';
  const later = await rounds((round) => faq.search('c1', ask(round), 8));
  const matches = await rounds((round) => faq.bestMatch('c1', 'x', ask(round)));
  const together = await writesASecond(faq, 640, people);
  const alone = await writesASecond(faq, 100, 1);
  await store.close();
  const long = ({ took, longestDelay }: Awaited<ReturnType<typeof watched>>) => ({
    took,
    'longest delay': longestDelay,
  });
  return [
    { work: `import of ${entries} entries, one transaction`, figures: long(imported), unit: 'ms' },
    { work: `first search over ${entries}, which builds the index`, figures: long(first), unit: 'ms' },
    { work: `search over ${entries}`, figures: spread(later), unit: 'ms' },
    { work: `best of ${entries} for a mention`, figures: spread(matches), unit: 'ms' },
    { work: `durable writes, ${people} people at once`, figures: { rate: together }, unit: 'a second' },
    { work: 'durable writes, one after the other', figures: { rate: alone }, unit: 'a second' },
  ];
}

async function rounds(work: (round: number) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < 100; round++) times.push(await timed(() => work(round)));
  return times.toSorted((a, b) => a - b);
}

const spread = (sorted: readonly number[]) => ({
  median: sorted[sorted.length / 2] ?? Number.NaN,
  slowest: sorted.at(-1) ?? Number.NaN,
});

async function writesASecond(faq: Faq, count: number, atOnce: number): Promise<number> {
  const share = count / atOnce;
  const took = await timed(() =>
    Promise.all(
      Array.from({ length: atOnce }, async (_, who) => {
        for (let n = 0; n < share; n++) {
          const title = `write ${atOnce} ${who} ${n}`;
          const saved = await faq.add('c2', teacher, { ...entry(n), title, aliases: [] });
          if (saved.kind !== 'saved') throw new Error(`not saved: ${saved.kind}`);
        }
      }),
    ),
  );
  return (count / took) * 1_000;
}
