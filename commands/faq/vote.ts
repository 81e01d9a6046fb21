import { z } from 'zod';
import { defineCommand } from '../../src/command/index.ts';
import { communityOf, withEntry } from './entries.ts';
import { said } from './message.ts';
import { entryOption } from './reading.ts';

export const vote = defineCommand({
  name: 'vote',
  summary: 'Say whether an entry helped you; the buttons under it do the same',
  options: z.object({
    question: entryOption,
    helpful: z.boolean().describe('Whether it helped'),
  }),
  examples: [
    { text: 'Flatten or GAP? helpful=true', options: { question: 'Flatten or GAP?', helpful: true } },
  ],
  permission: 'everyone',
  prepare: ({ question, helpful }, invocation, services) => {
    communityOf(invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: () =>
        withEntry(question, invocation, services, async (entry, community) => {
          await services.faq.vote(community, entry.id, invocation.user, helpful);
          return helpful
            ? said('Good to hear, thank you')
            : said(
                'Thank you for saying so',
                'The teaching staff see which answers need work. Ask them too, or ask me in other words.',
              );
        }),
    };
  },
});
