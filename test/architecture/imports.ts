import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

/** One import of one file by another, both as paths from the repository's root. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

const root = join(import.meta.dirname, '../..');
const specifier = /(?:\bfrom\s+|\bimport\s*\(?\s*)'(\.{1,2}\/[^']+)'/g;

/** Every TypeScript file below the folders. */
export function sourceFiles(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  );
}

export const readSource = (file: string): string => readFileSync(join(root, file), 'utf8');

/** All relative imports of a file, static and dynamic. */
export function importsOf(file: string): readonly Import[] {
  return [...readSource(file).matchAll(specifier)].map(([, path = '']) => ({
    from: file,
    to: relative(root, normalize(join(root, dirname(file), path))),
  }));
}
