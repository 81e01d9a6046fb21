import { cpus } from 'node:os';
import { compete, type Row } from './compete.ts';
import { jsonLine, markdownTable, summary } from './report.ts';
import { workloads } from './workloads.ts';

export interface Wishes {
  /** Workloads whose name contains this. */
  readonly only: string;
  readonly rounds: number;
  readonly json: boolean;
  readonly print: (line: string) => void;
}

/** Measures the workloads one after the other, prints each as it is done, and returns the results in Markdown. */
export async function benchPooling({ only, rounds, json, print }: Wishes): Promise<string> {
  const rows: Row[] = [];
  for (const workload of workloads.filter(({ name }) => name.includes(only))) {
    const row = await compete(workload, { rounds, least: 1500, patience: 4000, shortest: 5 });
    rows.push(row);
    print(json ? jsonLine(row) : line(row));
  }
  const results = [
    '# Pooling: results',
    '',
    `Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}, one thread each; medians of at least ${rounds} interleaved rounds. The columns of peers say how many times as long they take. "Of the limit" is the time to read the input once, as a share of ours.`,
    '',
    markdownTable(rows),
    '',
    summary(rows),
    '',
  ].join('\n');
  if (!json) print(results);
  return results;
}

function line({ workload, lifeguard, peers }: Row): string {
  const ratios = Object.entries(peers).map(
    ([name, time]) => `${name} ${time === null ? '-' : (time / lifeguard).toFixed(2)}`,
  );
  return `${workload.name}: ${lifeguard.toFixed(4)} ms; ${ratios.join(', ')}`;
}
