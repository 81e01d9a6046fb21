import { z } from 'zod';
import { defineCommand, type Invocation, type Services } from '../../src/command/index.ts';
import { type Entry, type Revision, refusalSentences, type TrailLine } from '../../src/faq/index.ts';
import { type Block, code, type Inline, type Message } from '../../src/reply/index.ts';
import { settingKeys, settingNames } from '../settings/names.ts';
import { communityOf, entryAction, withEntry } from './entries.ts';
import { message, minute, said, text } from './message.ts';
import { entryOption } from './reading.ts';

const mostButtons = 4;
const mostLines = 20;

export const history = defineCommand({
  name: 'history',
  summary: 'Who changed an entry, when and why; without one, all changes',
  options: z.object({ question: entryOption.optional() }),
  examples: [{ text: '', options: {} }],
  permission: 'editors',
  prepare: ({ question }, invocation, services) => {
    const community = communityOf(invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: async () =>
        question === undefined
          ? trail(await services.faq.trail(community, mostLines))
          : withEntry(question, invocation, services, async (entry) =>
              revisions(entry, await services.faq.history(community, entry.id)),
            ),
    };
  },
});

function revisions(entry: Entry, all: readonly Revision[]): Message {
  const earlier = all.filter(({ revision }) => revision !== entry.revision).slice(0, mostButtons);
  return message({
    title: `History of "${entry.content.title}"`,
    blocks: [
      table(
        ['revision', 'change', 'by', 'when (UTC)', 'why'],
        all.map(({ revision, change, by, at, why }) => [
          String(revision),
          change,
          code(by),
          minute(at),
          why ?? '',
        ]),
      ),
      ...(earlier.length > 0
        ? [text('A button brings an earlier revision back; nothing between is lost.')]
        : []),
    ],
    actions: earlier.map(({ revision }) => ({
      kind: 'ask',
      label: `restore ${revision}`,
      command: 'faq restore',
      options: { question: entry.id, revision },
    })),
  });
}

function trail(lines: readonly TrailLine[]): Message {
  if (lines.length === 0) return said('Nothing was changed yet');
  return message({
    title: 'The latest changes',
    blocks: [
      table(
        ['when (UTC)', 'change', 'what', 'by', 'why'],
        lines.map(({ at, action, subject, by, why }) => [
          minute(at),
          action,
          action === 'settings' ? settingNamesIn(subject) : subject,
          code(by),
          why ?? '',
        ]),
      ),
    ],
  });
}

/** The trail has settings by their keys, staff know them by their options. */
const settingNamesIn = (keys: string): string =>
  keys
    .split(', ')
    .map((key) => settingNames.find((name) => settingKeys[name] === key) ?? key)
    .join(', ');

const table = (header: readonly Inline[], rows: readonly (readonly Inline[])[]): Block => ({
  kind: 'table',
  caption: null,
  table: { header, rows, align: header.map(() => 'left') },
});

export const restore = defineCommand({
  name: 'restore',
  summary: 'Make an earlier revision of an entry the newest one',
  options: z.object({
    question: entryOption,
    revision: z.number().int().positive().describe('Which, as the history numbers them'),
  }),
  examples: [{ text: 'Flatten or GAP? revision=1', options: { question: 'Flatten or GAP?', revision: 1 } }],
  permission: 'editors',
  prepare: ({ question, revision }, invocation, services) => {
    communityOf(invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: () =>
        withEntry(question, invocation, services, (entry, community) =>
          bringBack(entry, revision, { community, invocation, services }),
        ),
    };
  },
});

async function bringBack(
  entry: Entry,
  revision: number,
  { community, invocation, services }: { community: string; invocation: Invocation; services: Services },
): Promise<Message> {
  const history = await services.faq.history(community, entry.id);
  if (!history.some((one) => one.revision === revision))
    return said(
      `"${entry.content.title}" has no revision ${revision}`,
      `Its revisions go from 1 to ${entry.revision}.`,
    );
  const target = { id: entry.id, basedOn: entry.revision };
  const saved = await services.faq.restore(community, invocation, target, revision);
  if (saved.kind !== 'saved') return said('Not restored', ...refusalSentences(saved));
  const shown = await services.faq.show(saved.entry);
  return {
    ...shown,
    understood: `Revision ${revision} is back, as revision ${saved.entry.revision}. This is how it is shown:`,
    actions: [entryAction('faq history', saved.entry, 'history')],
    visibility: 'private',
  };
}
