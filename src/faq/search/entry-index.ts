import MiniSearch from 'minisearch';
import type { Entry } from '../entry.ts';
import { type Name, nameKey, namesOf } from '../names.ts';
import { createPhrases } from './phrases.ts';
import { queryTerms, termsOf } from './terms.ts';

/** An entry that a search found; scores compare within one search only. */
export interface Hit {
  readonly entry: Entry;
  readonly score: number;
}

/** An entry and how sure it is (0 to 1) that it answers the question. */
export interface Match {
  readonly entry: Entry;
  readonly confidence: number;
}

/** An entry with its names; the first one is its title. */
export interface Known {
  readonly entry: Entry;
  readonly names: readonly Name[];
}

/** The living entries of one community, in memory. */
export interface EntryIndex {
  /** The community's revision that it has. */
  readonly revision: number;
  readonly size: number;
  /** By title. */
  readonly entries: () => readonly Known[];
  readonly apply: (revision: number, entries: readonly Entry[]) => void;
  readonly search: (query: string, limit: number) => readonly Hit[];
  readonly bestMatch: (question: string) => Match | null;
}

const boost = { title: 3, aliases: 3, triggers: 2, group: 1, body: 1 };

/** A name such as pool_size or hw3 says more than its parts, which are looked up too. */
const boostTerm = (term: string): number => (/[_\d]/.test(term) && /\p{L}/u.test(term) ? 3 : 1);

/** Two entries this close to each other leave open which one is meant. */
const tie = 0.02;

export function createEntryIndex(): EntryIndex {
  const living = new Map<string, Known>();
  const phrasesOf = new Map<string, readonly string[]>();
  let sorted: readonly Known[] | null = null;
  const phrases = createPhrases();
  const contents = new MiniSearch<Entry>({
    fields: Object.keys(boost),
    extractField: (entry, field) => fieldOf(entry, field),
    tokenize: (text) => [...termsOf(text)],
    processTerm: (term) => term,
    searchOptions: {
      boost,
      boostTerm,
      tokenize: (text) => [...queryTerms(text)],
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });

  const forget = (id: string): void => {
    if (!living.delete(id)) return;
    contents.discard(id);
    for (const phrase of phrasesOf.get(id) ?? []) phrases.remove(phrase);
    phrasesOf.delete(id);
  };

  const learn = (entry: Entry): void => {
    living.set(entry.id, { entry, names: namesOf(entry.content) });
    contents.add(entry);
    const texts = [entry.content.title, ...entry.content.aliases, ...entry.content.triggers];
    const ids = texts.map((_, i) => `${entry.id} ${i}`);
    ids.forEach((id, i) => {
      phrases.add(id, texts[i] ?? '');
    });
    phrasesOf.set(entry.id, ids);
  };

  let revision = 0;
  return {
    get revision() {
      return revision;
    },
    get size() {
      return living.size;
    },
    entries: () => {
      sorted ??= [...living.values()].sort(byTitle);
      return sorted;
    },
    apply: (to, entries) => {
      // In the order of their ids, so that the same entries give the same index whatever the database's order was.
      for (const entry of entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
        if ((living.get(entry.id)?.entry.revision ?? 0) >= entry.revision) continue;
        forget(entry.id);
        if (!entry.removed) learn(entry);
      }
      revision = to;
      sorted = null;
    },
    search: (query, limit) => {
      const key = nameKey(query);
      return contents
        .search(query)
        .flatMap(({ id, score }) => {
          const known = living.get(id);
          return known ? [{ known, score: isNamed(known, key) ? Number.MAX_VALUE : rounded(score) }] : [];
        })
        .sort((a, b) => b.score - a.score || byTitle(a.known, b.known))
        .slice(0, limit)
        .map(({ known, score }) => ({ entry: known.entry, score }));
    },
    bestMatch: (question) => {
      const surest = new Map<string, number>();
      for (const { id, sureness } of phrases.match(question)) {
        const [entry = ''] = id.split(' ');
        surest.set(entry, Math.max(surest.get(entry) ?? 0, sureness));
      }
      const [first, second] = [...surest].sort(([, a], [, b]) => b - a);
      const known = living.get(first?.[0] ?? '');
      if (!first || !known || (second && first[1] - second[1] < tie)) return null;
      return { entry: known.entry, confidence: first[1] };
    },
  };
}

function fieldOf({ id, content }: Entry, field: string): string {
  switch (field) {
    case 'id':
      return id;
    case 'title':
    case 'body':
      return content[field];
    case 'aliases':
    case 'triggers':
      return content[field].join('\n');
    default:
      return content.group ?? '';
  }
}

const isNamed = ({ names }: Known, key: string): boolean => names.some((name) => name.key === key);

/** Sums of the same numbers in another order differ in their last digits; the ranking must not. */
const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;

function byTitle(a: Known, b: Known): number {
  const [one = '', other = ''] = [a.names[0]?.key, b.names[0]?.key];
  if (one !== other) return one < other ? -1 : 1;
  return a.entry.id < b.entry.id ? -1 : 1;
}
