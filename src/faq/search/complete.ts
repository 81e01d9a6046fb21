import type { Entry } from '../entry.ts';
import { nameKey } from '../names.ts';
import type { EntryIndex, Known } from './entry-index.ts';

/** One offer of an autocomplete list: what it shows, at most 100 characters, and the entry's id. */
export interface EntryChoice {
  readonly name: string;
  readonly value: string;
}

const longestName = 100;

/** Entries for what was typed so far: whole names first, then beginnings, then typos and contents. */
export function completeEntries(index: EntryIndex, typed: string, limit: number): readonly EntryChoice[] {
  const key = nameKey(typed);
  const begun = index.entries().flatMap((known) => named(known, (name) => name.startsWith(key)));
  const whole = index.entries().flatMap((known) => named(known, (name) => name === key));
  const found = begun.length < limit ? index.search(typed, limit) : [];
  const ranked = [...whole, ...begun, ...found.map(({ entry }) => toChoice(entry, entry.content.title))];
  const offered = new Set<string>();
  return ranked.filter(({ value }) => !offered.has(value) && offered.add(value)).slice(0, limit);
}

function named({ entry, names }: Known, fits: (key: string) => boolean): readonly EntryChoice[] {
  const name = names.find(({ key }) => fits(key));
  return name ? [toChoice(entry, name.text)] : [];
}

export function toChoice({ id, content }: Entry, name: string): EntryChoice {
  return { name: shortened(name === content.title ? name : `${name} → ${content.title}`), value: id };
}

const shortened = (text: string): string =>
  text.length > longestName ? `${text.slice(0, longestName - 1).toWellFormed()}…` : text;
