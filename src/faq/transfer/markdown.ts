import { type Document, LineCounter, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import type { Entry } from '../entry.ts';
import { inTurns } from '../turns.ts';
import {
  exchangedEntry,
  exchangeVersion,
  type FileProblem,
  type FileRead,
  schemaProblems,
  toExchanged,
  wrongVersion,
} from './exchange.ts';

/**
 * One file for all entries: each is YAML front matter between two `---` lines, then its Markdown. A line of the
 * Markdown that is itself `---` gets a backslash in front. The first front matter has the version only.
 */
export async function toMarkdown(entries: readonly Entry[]): Promise<string> {
  const parts = [`---\nlifeguardFaq: ${exchangeVersion}\n---\n`];
  const turn = inTurns();
  for (const entry of entries) {
    const { body, ...matter } = toExchanged(entry);
    parts.push(`---\n${stringify(matter, { lineWidth: 0 })}---\n${escapeFences(body)}\n`);
    await turn();
  }
  return parts.join('\n');
}

const escapeFences = (body: string): string => body.replace(/^(\\*---[^\S\n]*)$/gm, '\\$1');
const unescapeFences = (body: string): string => body.replace(/^\\(\\*---[^\S\n]*)$/gm, '$1');

export async function readMarkdown(text: string): Promise<FileRead> {
  const sections = sectionsOf(text.split(/\r\n?|\n/));
  if ('problem' in sections) return { entries: [], problems: [sections.problem] };
  const [head, ...rest] = sections;
  const version = head ? versionOf(head) : null;
  if (version) return { entries: [], problems: [version] };
  const read: SectionRead[] = [];
  const turn = inTurns();
  for (const section of rest) {
    read.push(readSection(section));
    await turn();
  }
  return {
    entries: read.flatMap((one) => ('entry' in one ? [one] : [])),
    problems: read.flatMap((one) => ('entry' in one ? [] : one)),
  };
}

interface Section {
  /** Of the first line of the front matter, from 1. */
  readonly line: number;
  readonly matter: string;
  readonly body: string;
}

const isFence = (line: string): boolean => /^---\s*$/.test(line);

function sectionsOf(lines: readonly string[]): readonly Section[] | { readonly problem: FileProblem } {
  const fences = lines.flatMap((line, i) => (isFence(line) ? [i] : []));
  const first = fences[0] ?? lines.length;
  const stray = lines.slice(0, first).findIndex((line) => line.trim() !== '');
  if (stray >= 0)
    return {
      problem: {
        where: `line ${stray + 1}`,
        message: 'Here the front matter should begin, with a line "---".',
      },
    };
  if (fences.length % 2 === 1)
    return {
      problem: {
        where: `line ${(fences.at(-1) ?? 0) + 1}`,
        message:
          'This "---" has no partner: front matter stands between two of them. In an answer, write "\\---".',
      },
    };
  return Array.from({ length: fences.length / 2 }, (_, i): Section => {
    const [open = 0, close = 0, next = lines.length] = fences.slice(2 * i, 2 * i + 3);
    const body = lines.slice(close + 1, next).join('\n');
    return {
      line: open + 2,
      matter: lines.slice(open + 1, close).join('\n'),
      body: unescapeFences(body).trim(),
    };
  });
}

function versionOf(head: Section): FileProblem | null {
  const matter = yaml(head);
  if ('problems' in matter) return matter.problems[0] ?? null;
  const where = `line ${head.line}`;
  const outline = z.object({ lifeguardFaq: z.unknown() }).safeParse(matter.value);
  if (!outline.success || outline.data.lifeguardFaq === undefined)
    return {
      where,
      message: `The file should begin with front matter that says "lifeguardFaq: ${exchangeVersion}".`,
    };
  const version = outline.data.lifeguardFaq;
  return version === exchangeVersion ? null : { where, message: wrongVersion(version) };
}

type SectionRead = FileRead['entries'][number] | readonly FileProblem[];

function readSection(section: Section): SectionRead {
  const matter = yaml(section);
  if ('problems' in matter) return matter.problems;
  const where = `line ${section.line}`;
  const fields = z.record(z.string(), z.unknown()).safeParse(matter.value);
  if (!fields.success)
    return [{ where, message: 'The front matter has no fields; it needs at least a title.' }];
  const parsed = exchangedEntry.safeParse({ ...fields.data, body: section.body });
  return parsed.success ? { where, entry: parsed.data } : schemaProblems(where, parsed.error);
}

type Yaml = { readonly value: unknown } | { readonly problems: readonly FileProblem[] };

/** YAML as data; each of its own errors with the line in the file. */
function yaml({ matter, line }: Section): Yaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(matter, { lineCounter, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length === 0) return plainData(document, line);
  return {
    problems: document.errors.map(({ pos, message }) => ({
      where: `line ${line + lineCounter.linePos(pos[0]).line - 1}`,
      message: `This is not YAML: ${message}.`,
    })),
  };
}

/** Anchors are refused: a few lines of them can stand for gigabytes. */
function plainData(document: Document, line: number): Yaml {
  try {
    return { value: document.toJS({ maxAliasCount: 0 }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return {
      problems: [{ where: `line ${line}`, message: 'Front matter cannot use YAML anchors ("&", "*").' }],
    };
  }
}
