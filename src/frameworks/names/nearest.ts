import MiniSearch from 'minisearch';
import { layers } from '../catalogue.ts';
import type { Layer } from '../framework.ts';

/** The words in a name; `2D` alone says nothing about what was meant. */
const words = (name: string): readonly string[] =>
  name
    .replace(/(?<=[a-z])(?=[A-Z\d])/g, ' ')
    .split(/[\s_]+/)
    .filter((word) => !/^\d?d?$/i.test(word));

interface Entry {
  readonly id: number;
  readonly name: string;
}

const entries: readonly Entry[] = layers.flatMap((layer, place) =>
  [layer.name, ...layer.aliases].map((name, alias) => ({ id: place + alias * layers.length, name })),
);

/** The most edits that a mistyped name is forgiven. */
const mostEdits = 6;
const longest = Math.max(...entries.map(({ name }) => name.length)) + mostEdits;

const index = new MiniSearch<Entry>({
  fields: ['name'],
  storeFields: ['name'],
  // The time that a fuzzy search takes grows with the word: what is too long to be near any name is not looked for.
  tokenize: (name) => [name, ...words(name)].filter((word) => word.length <= longest),
  searchOptions: { fuzzy: 0.34, maxFuzzy: mostEdits, prefix: true },
});
index.addAll(entries);

/**
 * Real layers whose names are close to a mistyped one (`MaxPoling2D`), best first; empty when none is. `2D` leans to
 * Keras and `2d` to PyTorch, as their names are spelled.
 */
export function nearestLayers(name: string, limit: number): readonly Layer[] {
  const base = name.slice(name.lastIndexOf('.') + 1);
  const ending = base.slice(-1);
  const boostDocument = (_id: unknown, _term: string, stored?: Record<string, unknown>) =>
    String(stored?.name).endsWith(ending) ? 1.5 : 1;
  const found = index.search(base, { boostDocument }).map(({ id }) => layers[Number(id) % layers.length]);
  return [...new Set(found.filter((layer) => layer !== undefined))].slice(0, limit);
}
