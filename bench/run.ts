import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { writeResults } from './results.ts';

/**
 * `npm run bench [-- <area>…] [-- --json] [-- --only <words>] [-- --rounds <n>]`: every area, or the ones named. The
 * peers of the pooling core are installed here on first use.
 */
const areas = new Map<string, () => Promise<Bench>>([
  [
    'pooling',
    async () => {
      if (!existsSync(join(import.meta.dirname, 'node_modules'))) install();
      return (await import('./pooling/bench.ts')).benchPooling;
    },
  ],
  ['faq', async () => (await import('./faq/bench.ts')).benchFaq],
  ['chat', async () => (await import('./chat/bench.ts')).benchChat],
]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '15' },
  },
});
const { json, only } = values;

const sections: string[] = [];
for (const area of positionals.length > 0 ? positionals : areas.keys()) {
  const load = areas.get(area);
  if (!load) throw new Error(`no area "${area}"; there are ${[...areas.keys()].join(', ')}`);
  const bench = await load();
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  sections.push(await bench({ only, rounds: Number(values.rounds), json, print }));
}
if (!json && only === '') writeResults(join(import.meta.dirname, 'results.md'), sections);

function install(): void {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: import.meta.dirname,
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the peers could not be installed');
}
