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

/** Phrases to look for: those that begin with a word, by that, and those that begin with a number. */
export interface Phrases<Value> {
  readonly byWord: ReadonlyMap<string, readonly Phrase<Value>[]>;
  readonly numbered: readonly Phrase<Value>[];
  /** What may stand behind that number; null where anything may. A matrix is all numbers. */
  readonly behindNumber: ReadonlySet<string> | null;
}

const numberKey = '#';

/**
 * Prepares phrases for `findPhrases`. In a phrase `a|b` is either word, `a?` may be missing, `#` is any number and
 * `~2` lets up to two other tokens stand between. Words match in singular and plural.
 */
export function phrasesOf<Value>(entries: Iterable<readonly [phrase: string, value: Value]>): Phrases<Value> {
  const byWord = new Map<string, Phrase<Value>[]>();
  for (const [written, value] of entries) {
    const elements = written.split(' ').map(elementOf);
    for (const key of firstKeys(elements)) {
      const list = byWord.get(key) ?? [];
      list.push({ elements, value });
      byWord.set(key, list);
    }
  }
  const numbered = byWord.get(numberKey) ?? [];
  byWord.delete(numberKey);
  return { byWord, numbered, behindNumber: secondKeys(numbered) };
}

function secondKeys(phrases: readonly Phrase<unknown>[]): ReadonlySet<string> | null {
  const rests = phrases.map(({ elements }) => elements.slice(1));
  const needed = rests.map((rest) => rest.find((element) => element.kind !== 'word' || !element.optional));
  return needed.every((element) => element?.kind === 'word')
    ? new Set(rests.flatMap((rest) => [...firstKeys(rest)]))
    : null;
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
  const { byWord, numbered, behindNumber } = phrases;
  let from = 0;
  for (const token of tokens) {
    const own = byWord.get(token.stem);
    if (own !== undefined) findAt(own, tokens, from, found);
    if (token.kind === 'number' && numbered.length > 0) {
      const next = tokens[from + 1];
      const mayBe = behindNumber?.has(next?.stem ?? '') ?? true;
      if (mayBe || behindNumber?.has(next?.word ?? '')) findAt(numbered, tokens, from, found);
    }
    from += 1;
  }
  return found;
}

function findAt<Value>(
  phrases: readonly Phrase<Value>[],
  tokens: readonly Token[],
  from: number,
  found: Found<Value>[],
): void {
  for (const { elements, value } of phrases) {
    const to = endOf(elements, 0, tokens, from);
    if (to > from) found.push({ value, from, to });
  }
}

/** Where the elements from `element` on end when read at `start`; -1 where they don't stand there. */
function endOf(
  elements: readonly Element[],
  element: number,
  tokens: readonly Token[],
  start: number,
): number {
  let at = start;
  for (let next = element; next < elements.length; next += 1) {
    const wanted = elements[next];
    if (wanted === undefined) break;
    if (wanted.kind === 'gap') return endBehindGap(wanted.most, elements, next + 1, tokens, at);
    const isThere = stands(wanted, tokens[at]);
    if (isThere && wanted.kind === 'word' && wanted.optional) {
      const end = endOf(elements, next + 1, tokens, at + 1);
      if (end >= 0) return end;
    } else if (isThere) at += 1;
    else if (wanted.kind === 'number' || !wanted.optional) return -1;
  }
  return at;
}

function endBehindGap(
  most: number,
  elements: readonly Element[],
  element: number,
  tokens: readonly Token[],
  at: number,
): number {
  for (let skipped = 0; skipped <= most && at + skipped <= tokens.length; skipped += 1) {
    const end = endOf(elements, element, tokens, at + skipped);
    if (end >= 0) return end;
    if (endsSentence(tokens[at + skipped])) return -1;
  }
  return -1;
}

function stands(wanted: Exclude<Element, { kind: 'gap' }>, token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (wanted.kind === 'number') return token.kind === 'number';
  return wanted.stems.has(token.stem) || wanted.stems.has(token.word);
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
