import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Wishes } from '../bench.ts';
import { withPostgres } from './postgres.ts';
import { measure, type Row } from './rows.ts';

const engines = {
  SQLite: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lifeguard-bench-'));
    return measure(join(folder, 'lifeguard.db')).finally(() => rm(folder, { recursive: true, force: true }));
  },
  PostgreSQL: () => withPostgres(measure),
};

/** Measures the FAQ on the engines that are wished for. */
export async function benchFaq({ only, json, print }: Wishes): Promise<string> {
  const table = ['| engine | work | result |', '| --- | --- | --- |'];
  for (const [engine, run] of Object.entries(engines)) {
    if (!`faq on ${engine}`.includes(only)) continue;
    for (const row of await run()) {
      const line = `| ${engine} | ${row.work} | ${told(row)} |`;
      table.push(line);
      print(json ? JSON.stringify({ section: 'faq', engine, ...row }) : line);
    }
  }
  return [
    '# FAQ and store: results',
    '',
    `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}. A write is one entry with its history and trail, confirmed only when it is on the disk; "longest delay" is the longest time in which nobody else was served.`,
    '',
    ...table,
    '',
  ].join('\n');
}

function told({ figures, unit }: Row): string {
  const all = Object.entries(figures);
  const rounded = (figure: number) => figure.toFixed(figure < 100 ? 1 : 0);
  if (all.length === 1) return `${all.map(([, figure]) => rounded(figure)).join()} ${unit}`;
  return all.map(([name, figure]) => `${name} ${rounded(figure)} ${unit}`).join(', ');
}
