import SearchableMap from 'minisearch/SearchableMap';
import { everydayWords, vocabulary } from './vocabulary.ts';

const known = SearchableMap.from<true>(vocabulary.map((word) => [word, true]));
const everyday = new Set(everydayWords);

/**
 * A word of the field for its misspelling ("averge", "chanels", "widht"), any other word as it is. One edit is
 * forgiven from five letters, two from eight, and two neighbouring letters swapped from four.
 */
export function correctWord(word: string): string {
  if (word.length < 4 || word.length > 20 || known.has(word) || everyday.has(word)) return word;
  if (!/^[a-z]+$/.test(word)) return word;
  let best = word;
  let least = Number.POSITIVE_INFINITY;
  for (const [candidate, [, distance]] of known.fuzzyGet(word, 2)) {
    const edits = isSwap(word, candidate) ? 1 : distance;
    const allowed = isSwap(word, candidate) ? 1 : word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
    if (edits > allowed || edits >= least || candidate.length < 4) continue;
    if (candidate[0] !== word[0] && edits > 0 && !isSwap(word, candidate)) continue;
    if (isInflection(word, candidate)) continue;
    best = candidate;
    least = edits;
  }
  return best;
}

/** The same letters with two neighbours swapped. */
function isSwap(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  let at = 0;
  while (at < word.length && word[at] === candidate[at]) at += 1;
  if (at > word.length - 2 || word[at] !== candidate[at + 1] || word[at + 1] !== candidate[at]) return false;
  return word.slice(at + 2) === candidate.slice(at + 2);
}

/** "convolved" is no misspelling of "convolve": endings that English adds are left alone. */
function isInflection(word: string, candidate: string): boolean {
  if (!word.startsWith(candidate)) return false;
  const ending = word.slice(candidate.length);
  return (
    ending === 's' ||
    ending === 'd' ||
    ending === 'r' ||
    ending === 'ed' ||
    ending === 'es' ||
    ending === 'ly'
  );
}
