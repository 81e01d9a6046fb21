import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run bench [-- --json] [-- --only <words>] [-- --rounds <n>]`: the pooling core against its peers. The peers are
 * installed here on first use.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '15' },
  },
});

if (!existsSync(join(import.meta.dirname, 'node_modules'))) install();
const { benchPooling } = await import('./pooling/bench.ts');
const results = await benchPooling({
  only: values.only,
  rounds: Number(values.rounds),
  print: (line) => process.stdout.write(`${line}\n`),
  json: values.json,
});
if (!values.json && values.only === '') writeFileSync(join(import.meta.dirname, 'results.md'), results);

function install(): void {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: import.meta.dirname,
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the peers could not be installed');
}
