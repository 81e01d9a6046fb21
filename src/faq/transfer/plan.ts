import { type Draft, readDraft } from '../draft.ts';
import type { Content, Entry } from '../entry.ts';
import { type Live, liveProblems } from '../live.ts';
import { nameKey, namesOf } from '../names.ts';
import type { Write } from '../store.ts';
import { inTurns } from '../turns.ts';
import { newEntryId } from '../write.ts';
import type { ExchangedEntry, FileProblem, FileRead } from './exchange.ts';

/** What an import would do. It does all of it, or, with one problem, nothing. */
export interface ImportPlan {
  readonly writes: readonly Write[];
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly unchanged: number;
  readonly problems: readonly FileProblem[];
}

/** Compares a file with the entries that are there, found by id or else by title; those not in the file stay. */
export async function planImport(file: FileRead, present: readonly Entry[], live: Live): Promise<ImportPlan> {
  const byId = new Map(present.map((entry) => [entry.id, entry]));
  const byTitle = new Map(present.map((entry) => [nameKey(entry.content.title), entry]));
  const steps: Step[] = [];
  const problems: FileProblem[] = [...file.problems];
  const turn = inTurns();
  for (const { where, entry } of file.entries) {
    await turn();
    const content = await contentOf(entry, live);
    if (Array.isArray(content)) problems.push(...content.map((message) => ({ where, message })));
    else {
      const target = byId.get(entry.id ?? '') ?? byTitle.get(nameKey(content.title)) ?? null;
      steps.push({ where, content, target });
    }
  }
  problems.push(...doubledTargets(steps), ...takenNames(steps, present));
  const changed = steps.filter(({ content, target }) => !target || !sameContent(content, target.content));
  return {
    writes: changed.map(toWrite),
    created: changed.filter(({ target }) => !target).map(({ content }) => content.title),
    updated: changed.filter(({ target }) => target).map(({ content }) => content.title),
    unchanged: steps.length - changed.length,
    problems,
  };
}

interface Step {
  readonly where: string;
  readonly content: Content;
  readonly target: Entry | null;
}

async function contentOf(entry: ExchangedEntry, live: Live): Promise<Content | string[]> {
  const draft: Draft = { ...entry, group: entry.group ?? '' };
  const read = readDraft(draft);
  if (!read.ok) return [...read.problems];
  const problems = await liveProblems(read.content, live);
  return problems.length > 0 ? [...problems] : read.content;
}

function doubledTargets(steps: readonly Step[]): readonly FileProblem[] {
  const first = new Map<string, string>();
  return steps.flatMap(({ where, target }): readonly FileProblem[] => {
    if (!target) return [];
    const earlier = first.get(target.id);
    first.set(target.id, earlier ?? where);
    const message = `This is the entry "${target.content.title}", which ${earlier} of the file changes already.`;
    return earlier === undefined ? [] : [{ where, message }];
  });
}

/** Names that two entries would have once the file is in. */
function takenNames(steps: readonly Step[], present: readonly Entry[]): readonly FileProblem[] {
  const replaced = new Set(steps.map(({ target }) => target?.id));
  const owners = new Map(
    present
      .filter(({ id }) => !replaced.has(id))
      .flatMap(({ content }) => namesOf(content).map(({ key }) => [key, `the entry "${content.title}"`])),
  );
  return steps.flatMap(({ where, content }) =>
    namesOf(content).flatMap(({ key, text }): readonly FileProblem[] => {
      const owner = owners.get(key);
      owners.set(key, owner ?? `${where} of the file`);
      return owner === undefined ? [] : [{ where, message: `The name "${text}" already leads to ${owner}.` }];
    }),
  );
}

function toWrite({ content, target }: Step): Write {
  const { id, revision } = target ?? { id: newEntryId(), revision: 0 };
  return { id, basedOn: revision, change: 'imported', content, names: namesOf(content), removed: false };
}

const sameContent = (a: Content, b: Content): boolean =>
  JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
const inOrder = ({ title, body, group, aliases, triggers }: Content) => [
  title,
  body,
  group,
  aliases,
  triggers,
];
