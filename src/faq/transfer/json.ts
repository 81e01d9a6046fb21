import { z } from 'zod';
import type { Entry } from '../entry.ts';
import {
  exchangedEntry,
  exchangeVersion,
  type FileProblem,
  type FileRead,
  schemaProblems,
  toExchanged,
  wrongVersion,
} from './exchange.ts';
import { linesOfElements } from './json-lines.ts';

export function toJson(entries: readonly Entry[]): string {
  return `${JSON.stringify({ lifeguardFaq: exchangeVersion, entries: entries.map(toExchanged) }, null, 2)}\n`;
}

const file = z.object({ lifeguardFaq: z.unknown(), entries: z.array(z.unknown()) });

export function readJson(text: string): FileRead {
  const parsed = parse(text);
  if (!parsed.ok) return { entries: [], problems: [parsed.problem] };
  const outline = file.safeParse(parsed.value);
  if (!outline.success)
    return onlyProblem('The file is not an export of Lifeguard: it has no "lifeguardFaq" and "entries".');
  const { lifeguardFaq, entries } = outline.data;
  if (lifeguardFaq !== exchangeVersion) return onlyProblem(wrongVersion(lifeguardFaq));
  const lines = linesOfElements(text, 'entries');
  const read = entries.map((entry, i) => ({
    where: `entry ${i + 1} (line ${lines[i]})`,
    parsed: exchangedEntry.safeParse(entry),
  }));
  return {
    entries: read.flatMap(({ where, parsed }) => (parsed.success ? [{ where, entry: parsed.data }] : [])),
    problems: read.flatMap(({ where, parsed }) =>
      parsed.success ? [] : schemaProblems(where, parsed.error),
    ),
  };
}

const onlyProblem = (message: string): FileRead => ({
  entries: [],
  problems: [{ where: 'the file', message }],
});

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: FileProblem };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const before = position === undefined ? text : text.slice(0, Number(position));
    const where = `line ${before.split('\n').length}`;
    return { ok: false, problem: { where, message: `This is not JSON: ${message}.` } };
  }
}
