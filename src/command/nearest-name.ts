import MiniSearch from 'minisearch';

/** The name that a mistyped one most likely meant, or null when none is near. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    searchOptions: { fuzzy: 0.4, prefix: true },
  });
  index.addAll(names.map((id) => ({ id })));
  const [best] = index.search(typed);
  return best ? String(best.id) : null;
}
