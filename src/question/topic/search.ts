import MiniSearch from 'minisearch';
import type { TopicId } from '../topics.ts';
import { findPhrases, phrasesOf } from '../words/phrases.ts';
import { stemOf } from '../words/stem.ts';
import type { Token } from '../words/token.ts';
import { everydayWords } from '../words/vocabulary.ts';
import { lexicon } from './lexicon/index.ts';

/** How strongly a text is about each topic; topics it doesn't touch are absent. */
export type TopicScores = ReadonlyMap<TopicId, number>;

const cues = phrasesOf(
  lexicon.flatMap(({ topic, cues }) => cues.map(([phrase, weight]) => [phrase, { topic, weight }] as const)),
);

const index = new MiniSearch<{ id: TopicId; terms: string }>({
  fields: ['terms'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => stemOf(term),
});
index.addAll(lexicon.map(({ topic, terms }) => ({ id: topic, terms })));

const known = new Set(lexicon.flatMap(({ terms }) => terms.split(' ').map(stemOf)));

/** Six edits are the most that are forgiven, and a look-up takes the longer the longer the word is. */
const longest = Math.max(...known.values().map(({ length }) => length)) + 6;

/** "Adding" is no slip for "padding". */
const everyday = new Set(everydayWords.map(stemOf));

/** Fuzzy look-ups cost; a question has fewer distinct words, a pasted essay gets its first ones. */
const lookedUp = 64;

/** A whole ranking by words is worth as much as one weak cue. */
const wordWeight = 1.5;

/** What the cues say: sure signs, each counted once for its topic. */
export function cueScores(tokens: readonly Token[]): TopicScores {
  const scores = new Map<TopicId, number>();
  const seen = new Set<object>();
  for (const { value } of findPhrases(cues, tokens)) {
    if (seen.has(value)) continue;
    seen.add(value);
    scores.set(value.topic, (scores.get(value.topic) ?? 0) + value.weight);
  }
  return scores;
}

/** What single words suggest, typos and beginnings of words included; at most `wordWeight` each. */
export function wordScores(tokens: readonly Token[]): TopicScores {
  const words = new Set<string>();
  for (const token of tokens) {
    const { kind, word, stem } = token;
    if (kind === 'word' && word.length > 2 && stem.length <= longest && !stopWords.has(word)) words.add(stem);
    if (words.size === lookedUp) break;
  }
  const hits = index.search([...words].join(' '), {
    prefix: (term) => term.length > 4 && !known.has(term),
    fuzzy: (term) => (term.length > 5 && !known.has(term) && !everyday.has(term) ? 0.2 : false),
  });
  const best = hits[0]?.score ?? 1;
  return new Map(hits.map((hit): [TopicId, number] => [hit.id, (wordWeight * hit.score) / best]));
}

const stopWords = new Set(
  'the and for are was you your can with that this what how why does did not from into have has use using get give out one two get same after when there they would should just but its our his her she him'.split(
    ' ',
  ),
);
