import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes sections into a file of results; each replaces the one with its heading, the others stay. */
export function writeResults(path: string, sections: readonly string[]): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8').split(/^(?=# )/m) : [];
  const all = new Map([...before, ...sections].map((section) => [section.split('\n', 1)[0], section.trim()]));
  writeFileSync(path, `${[...all.values()].join('\n\n')}\n`);
}
