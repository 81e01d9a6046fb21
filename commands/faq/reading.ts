import { z } from 'zod';
import {
  callText,
  defineCommand,
  entryActions,
  questionOptions,
  settingsOf,
  withClosingActions,
} from '../../src/command/index.ts';
import { type Entry, nameKey } from '../../src/faq/index.ts';
import { code, type Inline, type Visibility } from '../../src/reply/index.ts';
import { communityOf, entryAction, withEntry } from './entries.ts';
import { counted, list, message, text } from './message.ts';

/** The entry that a command is about, as the first option. */
export const entryOption = z
  .string()
  .max(200)
  .describe('The entry, by its title or an alias')
  .meta({ complete: 'faq-entry' });

export const show = defineCommand({
  name: 'show',
  summary: 'Show an answer of the teaching staff',
  options: z.object({ question: entryOption, private: questionOptions.private }),
  examples: [{ text: 'Flatten or GAP?', options: { question: 'Flatten or GAP?' } }],
  permission: 'everyone',
  prepare: ({ question, private: alone }, invocation, services) => {
    communityOf(invocation);
    const quiet = alone ?? settingsOf(invocation, services).visibility === 'private';
    const visibility: Visibility = quiet ? 'private' : 'public';
    return {
      kind: 'answer',
      visibility,
      work: () =>
        withEntry(question, invocation, services, async (entry, community) => {
          const shown = await services.faq.show(entry);
          await services.faq.used(community, entry.id);
          return withClosingActions(
            { ...shown, actions: entryActions(entry), visibility },
            invocation,
            services,
          );
        }),
    };
  },
});

const mostFound = 8;

export const search = defineCommand({
  name: 'search',
  summary: 'Find entries by any words, typos allowed',
  options: z.object({ question: z.string().max(300).describe('What the entry is about') }),
  examples: [{ text: 'flaten', options: { question: 'flaten' } }],
  permission: 'everyone',
  prepare: ({ question }, invocation, { faq }) => {
    const community = communityOf(invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: async () => {
        const hits = await faq.search(community, question, mostFound);
        return message({
          title:
            hits.length > 0
              ? `${counted(hits.length, 'entry', 'entries')} for "${question}"`
              : `I found no entry for "${question}"`,
          blocks: hits.length > 0 ? [list(hits.map(({ entry }) => summary(entry)))] : [],
          actions: hits.map(({ entry }) => entryAction('faq show', entry)),
        });
      },
    };
  },
});

/** An entry in a list, its aliases folded into its line. */
function summary({ content }: Entry): Inline {
  const { title, aliases } = content;
  return aliases.length === 0 ? title : [title, ' (', aliases.join(', '), ')'];
}

export const listing = defineCommand({
  name: 'list',
  summary: 'All entries by group, or those of one group',
  options: z.object({
    question: z.string().max(100).optional().describe('One group').meta({ complete: 'faq-group' }),
  }),
  examples: [{ text: '', options: {} }],
  permission: 'everyone',
  prepare: ({ question }, invocation, { faq }) => {
    const community = communityOf(invocation);
    const { platform } = invocation;
    return {
      kind: 'answer',
      visibility: 'private',
      work: async () => {
        const groups = await faq.list(community);
        const wanted = question === undefined ? null : nameKey(question);
        const shown = groups.filter(({ group }) => wanted === null || nameKey(group ?? '') === wanted);
        const entries = shown.flatMap((group) => group.entries);
        if (entries.length === 0)
          return message({
            title: question === undefined ? 'There are no entries yet' : `There is no group "${question}"`,
            blocks: [
              text(
                question === undefined
                  ? [
                      'Staff add them with ',
                      code(callText(platform, 'faq add')),
                      ', or from a message by "Save as FAQ".',
                    ]
                  : ['The groups are: ', groups.map(({ group }) => group ?? '(none)').join(', '), '.'],
              ),
            ],
          });
        return message({
          title: counted(entries.length, 'entry', 'entries'),
          blocks: [
            ...shown.flatMap(({ group, entries: grouped }) => [
              { kind: 'heading' as const, text: group ?? 'Without a group' },
              list(grouped.map(summary)),
            ]),
            text('Show one with ', code(callText(platform, 'faq show')), ' and its title.'),
          ],
        });
      },
    };
  },
});
