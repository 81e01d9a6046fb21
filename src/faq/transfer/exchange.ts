import { z } from 'zod';
import type { Entry } from '../entry.ts';

/** The version of both file formats; a file of another one is refused. */
export const exchangeVersion = 1;

export type ExchangeFormat = 'json' | 'markdown';

const texts = z.array(z.string()).default([]);

/** An entry in a file. `id` finds the same entry again after its title changed; a file by hand needs none. */
export const exchangedEntry = z.strictObject({
  id: z.string().optional(),
  title: z.string(),
  group: z.string().nullish(),
  aliases: texts,
  triggers: texts,
  body: z.string(),
});
export type ExchangedEntry = z.infer<typeof exchangedEntry>;

/** Something wrong in a file, and where: "line 12", "entry 3 (line 40)". */
export interface FileProblem {
  readonly where: string;
  readonly message: string;
}

/** A file as it was read; an entry with a problem is not among `entries`. */
export interface FileRead {
  readonly entries: readonly { readonly where: string; readonly entry: ExchangedEntry }[];
  readonly problems: readonly FileProblem[];
}

export function toExchanged({ id, content }: Entry): ExchangedEntry {
  const { title, group, aliases, triggers, body } = content;
  return { id, title, group, aliases: [...aliases], triggers: [...triggers], body };
}

/** What a schema found wrong, as one sentence for each problem. */
export function schemaProblems(where: string, error: z.ZodError): readonly FileProblem[] {
  return error.issues.map(({ path, message }) => {
    const field = path.join('.');
    const missing = message.endsWith('received undefined');
    return {
      where,
      message: missing ? `"${field}" is missing.` : field === '' ? message : `${field}: ${message}`,
    };
  });
}

export const wrongVersion = (found: unknown): string =>
  `The file is of version ${JSON.stringify(found)}; this Lifeguard reads version ${exchangeVersion}.`;
