import type { House } from '../house.ts';
import { mayEdit, type Person } from '../settings.ts';
import type { ExchangeFormat, FileProblem, FileRead } from './exchange.ts';
import { readJson, toJson } from './json.ts';
import { readMarkdown, toMarkdown } from './markdown.ts';
import { type ImportPlan, planImport } from './plan.ts';

/** The longest file (characters) and the most entries that one import takes. */
export const importLimits = { characters: 10 * 1_024 * 1_024, entries: 10_000 } as const;

/** What an import did, or in a dry run would do. */
export interface ImportReport extends Pick<ImportPlan, 'created' | 'updated' | 'unchanged'> {
  readonly applied: boolean;
}

export type Imported =
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'forbidden' }
  /** Nothing was changed; each problem has its place in the file. */
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

export interface Transfer {
  /** All entries that are not removed, by title, as a file. */
  readonly export: (community: string, format: ExchangeFormat) => Promise<string>;
  /** Brings a file in, JSON or Markdown as it begins: in one transaction, all or nothing. A dry run changes nothing. */
  readonly import: (
    community: string,
    person: Person,
    text: string,
    options: { readonly dryRun: boolean },
  ) => Promise<Imported>;
}

export function transfer(house: House): Transfer {
  return {
    export: async (community, format) => {
      const entries = (await house.index(community)).entries().map(({ entry }) => entry);
      return format === 'json' ? toJson(entries) : await toMarkdown(entries);
    },
    import: async (community, person, text, { dryRun }) => {
      if (!mayEdit(await house.settings.read(community), person)) return { kind: 'forbidden' };
      const file = await readFile(text);
      const present = (await house.index(community)).entries().map(({ entry }) => entry);
      const { writes, problems, ...report } = await planImport(file, present, house.live);
      if (problems.length > 0) return { kind: 'refused', problems };
      if (dryRun || writes.length === 0) return { kind: 'imported', report: { ...report, applied: !dryRun } };
      const signature = { by: person.user, at: house.now(), why: null };
      const committed = await house.store.commit(community, writes, signature);
      return committed.kind === 'committed'
        ? { kind: 'imported', report: { ...report, applied: true } }
        : { kind: 'refused', problems: [overtaken] };
    },
  };
}

const overtaken: FileProblem = {
  where: 'the file',
  message:
    'Somebody changed the same entries at this moment. Nothing was imported; look at the dry run again.',
};

async function readFile(text: string): Promise<FileRead> {
  const beginning = text.replace(/^\ufeff/, '');
  if (beginning.length > importLimits.characters)
    return tooMuch(`The file has ${beginning.length} characters; ${importLimits.characters} is the most.`);
  if (beginning.trim() === '') return tooMuch('The file is empty.');
  const file = beginning.trimStart().startsWith('{') ? readJson(beginning) : await readMarkdown(beginning);
  return file.entries.length > importLimits.entries
    ? tooMuch(`The file has ${file.entries.length} entries; ${importLimits.entries} is the most.`)
    : file;
}

const tooMuch = (message: string): FileRead => ({ entries: [], problems: [{ where: 'the file', message }] });
