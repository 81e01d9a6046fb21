import type { Message } from '../reply/index.ts';
import type { Content } from './entry.ts';
import { limits } from './entry.ts';
import type { LivePart } from './markdown/live-syntax.ts';
import { livePartsOf, parseMarkdown, unclosedParts } from './markdown/parse.ts';
import { namesOf } from './names.ts';

export type LiveCheck = { readonly ok: true } | { readonly ok: false; readonly problem: string };

/** The engine that computes live parts, as the FAQ sees it. */
export interface Live {
  /** Whether a part can be computed; the problem is a clause for the one who writes the entry. */
  readonly check: (part: LivePart) => LiveCheck | Promise<LiveCheck>;
  /** The answer that the command gives for the text. */
  readonly compute: (command: string, text: string) => Promise<Message>;
}

/** What stands in a live part's place. */
export type Filled =
  | { readonly ok: true; readonly message: Message }
  | { readonly ok: false; readonly problem: string };

/** One sentence for each live part of an entry that would not compute: in its answer they do, in its names never. */
export async function liveProblems(
  { body, ...names }: Pick<Content, 'title' | 'body' | 'aliases'>,
  live: Live,
): Promise<readonly string[]> {
  const tree = parseMarkdown(body);
  const parts = livePartsOf(tree);
  const problems = [
    ...namesOf(names)
      .filter(({ text }) => text.includes('{{'))
      .map(({ text }) => `Live parts compute in the answer alone, not in a title or alias: ${text}`),
    ...unclosedParts(tree, body).map((rest) => `This live part is never closed by }} on its line: ${rest}`),
  ];
  if (parts.length > limits.liveParts)
    problems.push(`The answer has ${parts.length} live parts; ${limits.liveParts} is the most.`);
  for (const part of different(parts.slice(0, limits.liveParts))) {
    const check = await checkPart(part, live);
    if (!check.ok) problems.push(`The live part ${part.source} does not compute: ${check.problem}`);
  }
  return problems;
}

async function checkPart(part: LivePart, live: Live): Promise<LiveCheck> {
  if (part.command === '') return { ok: false, problem: 'it names no command.' };
  return live.check(part);
}

const different = (parts: readonly LivePart[]): readonly LivePart[] => [
  ...new Map(parts.map((part) => [part.source, part])).values(),
];

/** Computes each different live part once. One that computes no more is told in its place. */
export async function fill(parts: readonly LivePart[], live: Live): Promise<ReadonlyMap<string, Filled>> {
  const filled = different(parts).map(async (part): Promise<[string, Filled]> => {
    const check = await checkPart(part, live);
    if (!check.ok) return [part.source, check];
    return [part.source, { ok: true, message: await live.compute(part.command, part.text) }];
  });
  return new Map(await Promise.all(filled));
}
