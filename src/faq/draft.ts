import { type Content, limits } from './entry.ts';
import { nameKey, namesOf } from './names.ts';

/** What somebody filled in, as they typed it. */
export interface Draft {
  readonly title: string;
  readonly body: string;
  readonly group: string;
  readonly aliases: readonly string[];
  readonly triggers: readonly string[];
}

export type DraftRead =
  | { readonly ok: true; readonly content: Content }
  /** One sentence each, for the one who wrote it. */
  | { readonly ok: false; readonly problems: readonly string[] };

/** Aliases from one text field: separated by lines, commas or semicolons. */
export const readAliases = (text: string): readonly string[] =>
  text
    .split(/[\n,;]+/)
    .map(line)
    .filter(Boolean);

/** Questions from one text field: one on each line, or separated by semicolons. */
export const readTriggers = (text: string): readonly string[] =>
  text
    .split(/[\n;]+/)
    .map(line)
    .filter(Boolean);

/** What a form shows of an entry: the fields as `readAliases` and `readTriggers` take them back. */
export function draftFields({ title, body, group, aliases, triggers }: Content) {
  return { title, body, group: group ?? '', aliases: aliases.join(', '), triggers: triggers.join('\n') };
}

/** A draft as an entry keeps it, or every problem with it. Live parts are checked apart: `liveProblems`. */
export function readDraft(draft: Draft): DraftRead {
  const title = line(draft.title);
  const content: Content = {
    title,
    body: paragraphs(draft.body),
    group: line(draft.group) || null,
    aliases: distinct(draft.aliases.map(line).filter(Boolean), nameKey(title)),
    triggers: distinct(draft.triggers.map(line).filter(Boolean)),
  };
  const problems = [...lengthProblems(content), ...nameProblems(content)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, content };
}

function lengthProblems({ title, body, group, aliases, triggers }: Content): readonly string[] {
  return [
    ...(title === '' ? ['The title is empty.'] : []),
    ...(body === '' ? ['The answer is empty.'] : []),
    ...tooLong('The title', title, limits.title),
    ...tooLong('The answer', body, limits.body),
    ...tooLong('The group', group ?? '', limits.group),
    ...aliases.flatMap((alias) => tooLong(`The alias "${beginning(alias)}"`, alias, limits.alias)),
    ...triggers.flatMap((trigger) => tooLong(`The trigger "${beginning(trigger)}"`, trigger, limits.trigger)),
    ...tooMany('aliases', aliases, limits.aliases),
    ...tooMany('triggers', triggers, limits.triggers),
  ];
}

function nameProblems(content: Content): readonly string[] {
  const nameless = namesOf(content).filter(({ text }) => text !== '' && !/[\p{L}\p{N}\p{S}]/u.test(text));
  return [
    ...nameless.map(({ text }) => `"${text}" has no letters or digits, so that nobody could look for it.`),
    ...content.aliases
      .filter((alias) => /[,;]/.test(alias))
      .map((alias) => `The alias "${beginning(alias)}" has a comma or semicolon, which separate aliases.`),
    ...content.triggers
      .filter((trigger) => trigger.includes(';'))
      .map((trigger) => `The trigger "${beginning(trigger)}" has a semicolon, which separates triggers.`),
  ];
}

const tooLong = (what: string, text: string, limit: number): readonly string[] =>
  text.length > limit ? [`${what} has ${text.length} characters; ${limit} is the most.`] : [];

const tooMany = (what: string, list: readonly string[], limit: number): readonly string[] =>
  list.length > limit ? [`There are ${list.length} ${what}; ${limit} is the most.`] : [];

const beginning = (text: string): string =>
  text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text;

function distinct(texts: readonly string[], ...taken: readonly string[]): readonly string[] {
  const seen = new Set(taken);
  return texts.filter((text) => {
    const key = nameKey(text);
    return key === '' || (!seen.has(key) && seen.add(key));
  });
}

/** Characters that nobody sees but that reorder or break what others see: controls and bidirectional overrides. */
const unseen = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function line(text: string): string {
  return paragraphs(text).replace(/\s+/gu, ' ').trim();
}

function paragraphs(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(unseen, '').normalize('NFC').trim();
}
