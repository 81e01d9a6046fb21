import { z } from 'zod';
import { defineCommand } from '../../src/command/index.ts';
import { type Entry, nameKey, refusalSentences } from '../../src/faq/index.ts';
import type { Message } from '../../src/reply/index.ts';
import { communityOf, entryAction, withEntry } from './entries.ts';
import { day, list, message, said } from './message.ts';
import { entryOption } from './reading.ts';

export const remove = defineCommand({
  name: 'remove',
  summary: 'Take an entry out of sight; it can be brought back',
  options: z.object({
    question: entryOption,
    reason: z.string().max(300).optional().describe('Why, for the history'),
  }),
  examples: [{ text: 'Outdated note', options: { question: 'Outdated note' } }],
  permission: 'editors',
  prepare: ({ question, reason }, invocation, services) => {
    communityOf(invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: () =>
        withEntry(question, invocation, services, async (entry, community) => {
          const target = { id: entry.id, basedOn: entry.revision };
          const saved = await services.faq.remove(community, invocation, target, reason);
          if (saved.kind !== 'saved') return said('Not removed', ...refusalSentences(saved));
          return message({
            title: `Removed "${entry.content.title}"`,
            actions: [entryAction('faq recover', entry, 'bring it back')],
          });
        }),
    };
  },
});

const mostListed = 5;

export const recover = defineCommand({
  name: 'recover',
  summary: 'Bring a removed entry back, or list those that can be',
  options: z.object({
    question: z.string().max(200).optional().describe('The removed entry, by its title'),
  }),
  examples: [{ text: '', options: {} }],
  permission: 'editors',
  prepare: ({ question }, invocation, { faq }) => {
    const community = communityOf(invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: async () => {
        const removed = await faq.removed(community);
        const wanted = nameKey(question ?? '');
        const entry = removed.find(({ id, content }) => id === question || nameKey(content.title) === wanted);
        if (!entry) return removedList(removed, question ?? null);
        const target = { id: entry.id, basedOn: entry.revision };
        const saved = await faq.recover(community, invocation, target);
        return saved.kind === 'saved'
          ? message({
              title: `"${entry.content.title}" is back`,
              actions: [entryAction('faq show', entry, 'show it')],
            })
          : said('Not brought back', ...refusalSentences(saved));
      },
    };
  },
});

function removedList(removed: readonly Entry[], asked: string | null): Message {
  if (removed.length === 0) return said('No entry is removed');
  const lines = removed.map(({ content, changed }) => `${content.title}, removed on ${day(changed.at)}`);
  return message({
    title: asked === null ? 'Removed entries' : `No removed entry is called "${asked}"`,
    blocks: [list(lines)],
    actions: removed.slice(0, mostListed).map((entry) => entryAction('faq recover', entry)),
  });
}
