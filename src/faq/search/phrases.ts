import MiniSearch from 'minisearch';
import { queryTerms } from './terms.ts';

/** How a phrase compares to a text; both numbers are 1 when each has all the words of the other, typos allowed. */
interface Closeness<Id> {
  readonly id: Id;
  /** How much they have in common. */
  readonly closeness: number;
  /** How sure it is that the phrase means what the text does. */
  readonly sureness: number;
}

/** Short texts, to be compared as wholes. */
export interface Phrases<Id> {
  readonly add: (id: Id, text: string) => void;
  readonly remove: (id: Id) => void;
  /** Phrases that share words with the text, the closest first. */
  readonly match: (text: string) => readonly Closeness<Id>[];
}

export function createPhrases<Id extends string>(): Phrases<Id> {
  const sizes = new Map<Id, number>();
  const index = new MiniSearch<{ readonly id: Id; readonly text: string }>({
    fields: ['text'],
    tokenize: (text) => [...queryTerms(text)],
    processTerm: (term) => term,
    searchOptions: { fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
  });

  const remove = (id: Id): void => {
    if (sizes.delete(id)) index.discard(id);
  };

  return {
    remove,
    add: (id, text) => {
      remove(id);
      const size = queryTerms(text).length;
      if (size === 0) return;
      sizes.set(id, size);
      index.add({ id, text });
    },
    match: (text) => {
      const asked = queryTerms(text);
      return index
        .search(text)
        .map(({ id, queryTerms: found, terms }): Closeness<Id> => {
          // A size or a number that the phrase does not have makes it another question.
          const missed = asked.filter((term) => !found.includes(term));
          if (missed.some(isNumber)) return { id, closeness: 0, sureness: 0 };
          const size = sizes.get(id) ?? 1;
          const shares = { ofText: found.length / asked.length, ofPhrase: terms.length / size };
          const closeness = harmonicMean(shares.ofText, shares.ofPhrase);
          return { id, closeness, sureness: Math.min(closeness, surenessOf(shares)) };
        })
        .sort((a, b) => b.closeness - a.closeness || (a.id < b.id ? -1 : 1));
    },
  };
}

/** What one word in another's place leaves: with it, up to eight words are another question. */
const swappedWord = 0.85;

/**
 * Words that only the text has make it another, more special question, more than words that only the phrase has; and
 * where each has some, one may stand in the other's place: "faster" for "better".
 */
function surenessOf({ ofText, ofPhrase }: { readonly ofText: number; readonly ofPhrase: number }): number {
  const swapped = ofText < 1 && ofPhrase < 1 ? swappedWord : 1;
  return swapped * Math.cbrt(ofText * ofText * ofPhrase);
}

const isNumber = (term: string): boolean => /^\d/.test(term) && !/^\d+d$/.test(term);

const harmonicMean = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
