import { stemOf } from './stem.ts';
import type { Token } from './token.ts';

type Element =
  | { readonly kind: 'word'; readonly stems: ReadonlySet<string>; readonly optional: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'gap'; readonly most: number };

interface Phrase<Value> {
  readonly elements: readonly Element[];
  readonly value: Value;
}

/** Where a phrase stands: token indices, end exclusive. */
export interface Found<Value> {
  readonly value: Value;
  readonly from: number;
  readonly to: number;
}

/** Phrases to look for, indexed by their first words. */
export type Phrases<Value> = ReadonlyMap<string, readonly Phrase<Value>[]>;

const numberKey = '#';

/**
 * Prepares phrases for `findPhrases`. In a phrase `a|b` is either word, `a?` may be missing, `#` is any number and
 * `~2` lets up to two other tokens stand between. Words match in singular and plural.
 */
export function phrasesOf<Value>(entries: Iterable<readonly [phrase: string, value: Value]>): Phrases<Value> {
  const phrases = new Map<string, Phrase<Value>[]>();
  for (const [written, value] of entries) {
    const elements = written.split(' ').map(elementOf);
    for (const key of firstKeys(elements)) {
      const list = phrases.get(key) ?? [];
      list.push({ elements, value });
      phrases.set(key, list);
    }
  }
  return phrases;
}

function elementOf(written: string): Element {
  if (written === '#') return { kind: 'number' };
  if (/^~\d$/.test(written)) return { kind: 'gap', most: Number(written[1]) };
  const optional = written.length > 1 && written.endsWith('?');
  const words = (optional ? written.slice(0, -1) : written).split('|');
  return { kind: 'word', stems: new Set(words.map(stemOf)), optional };
}

function firstKeys(elements: readonly Element[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const element of elements) {
    if (element.kind === 'number') keys.add(numberKey);
    else if (element.kind === 'word') for (const stem of element.stems) keys.add(stem);
    if (element.kind !== 'word' || !element.optional) break;
  }
  return keys;
}

/** Every phrase at every place, in the order of the text; phrases may overlap. */
export function findPhrases<Value>(
  phrases: Phrases<Value>,
  tokens: readonly Token[],
): readonly Found<Value>[] {
  const found: Found<Value>[] = [];
  for (const [from, token] of tokens.entries()) {
    const own = phrases.get(token.stem) ?? [];
    const numbered = token.kind === 'number' ? (phrases.get(numberKey) ?? []) : [];
    for (const phrase of numbered.length === 0 ? own : [...own, ...numbered]) {
      const to = endOf(phrase.elements, 0, tokens, from);
      if (to > from) found.push({ value: phrase.value, from, to });
    }
  }
  return found;
}

/** Where the elements from `element` on end when read at `at`; -1 where they don't stand there. */
function endOf(elements: readonly Element[], element: number, tokens: readonly Token[], at: number): number {
  const wanted = elements[element];
  if (wanted === undefined) return at;
  const token = tokens[at];
  if (wanted.kind === 'gap') {
    for (let skipped = 0; skipped <= wanted.most && at + skipped <= tokens.length; skipped += 1) {
      const end = endOf(elements, element + 1, tokens, at + skipped);
      if (end >= 0) return end;
      if (endsSentence(tokens[at + skipped])) return -1;
    }
    return -1;
  }
  if (wanted.kind === 'number') {
    return token?.kind === 'number' ? endOf(elements, element + 1, tokens, at + 1) : -1;
  }
  if (token !== undefined && (wanted.stems.has(token.stem) || wanted.stems.has(token.word))) {
    const end = endOf(elements, element + 1, tokens, at + 1);
    if (end >= 0) return end;
  }
  return wanted.optional ? endOf(elements, element + 1, tokens, at) : -1;
}

function endsSentence(token: Token | undefined): boolean {
  return token === undefined || token.word === '.' || token.word === '?' || token.word === '!';
}

/** Phrases by what they mean, one to a line. */
export function phrasesIn<Value extends string>(lines: Readonly<Record<Value, string>>): Phrases<Value> {
  const entries: (readonly [string, Value])[] = [];
  for (const value in lines) {
    for (const line of lines[value].trim().split(/\n\s*/)) entries.push([line, value]);
  }
  return phrasesOf(entries);
}
