import { z } from 'zod';
import { callText, defineCommand } from '../../src/command/index.ts';
import type { EntryUse, GapGroup } from '../../src/faq/index.ts';
import { type Block, code, type Message } from '../../src/reply/index.ts';
import { communityOf } from './entries.ts';
import { counted, day, list, message, said, text } from './message.ts';
import { fromQuestions } from './questions.ts';

export const stats = defineCommand({
  name: 'stats',
  summary: 'Which entries are used, which help, and which are stale',
  options: z.object({}),
  examples: [{ text: '', options: {} }],
  permission: 'editors',
  prepare: (_options, invocation, { faq }) => {
    const community = communityOf(invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: async () => {
        const { entries, uses, helpful, unhelpful, mostUsed, toImprove, stale } = await faq.stats(community);
        return message({
          title: `${counted(entries, 'entry', 'entries')}, shown ${counted(uses, 'time')}`,
          blocks: [
            text(
              helpful + unhelpful === 0
                ? 'No reader has said yet whether they help.'
                : `${counted(helpful, 'reader')} found them a help, ${unhelpful} did not.`,
            ),
            ...section('Used most', mostUsed, ({ uses: count }) => counted(count, 'time')),
            ...section(
              'To improve: more people found no help',
              toImprove,
              (use) => `${use.helpful} to ${use.unhelpful}`,
            ),
            ...section('Not used for half a year', stale, ({ lastUsed }) =>
              lastUsed === null ? 'never used' : `last on ${day(lastUsed)}`,
            ),
          ],
        });
      },
    };
  },
});

const section = (
  title: string,
  all: readonly EntryUse[],
  say: (use: EntryUse) => string,
): readonly Block[] =>
  all.length === 0
    ? []
    : [{ kind: 'heading', text: title }, list(all.map((use) => `${use.entry.content.title}: ${say(use)}`))];

const mostGaps = 10;
const mostButtons = 5;

export const gaps = defineCommand({
  name: 'gaps',
  summary: 'Questions that nobody could answer, the most asked first',
  options: z.object({
    drop: z.string().max(64).optional().describe('A question to drop from the list, by its key'),
  }),
  examples: [{ text: '', options: {} }],
  permission: 'editors',
  prepare: ({ drop }, invocation, { faq, settings }) => {
    const community = communityOf(invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: async () => {
        if (drop !== undefined) await faq.gaps.close(community, invocation, drop);
        const { gaps: kept } = await settings.read(community);
        const groups = await faq.gaps.list(community);
        if (groups.length > 0) return gapList(groups);
        return kept
          ? said('No question went unanswered', 'They are kept for 90 days, without names.')
          : said('Unanswered questions are not kept here', [
              'Staff switch it on with ',
              code(callText(invocation.platform, 'settings', 'gaps=true')),
              '. Then they are kept for 90 days, without names.',
            ]);
      },
    };
  },
});

function gapList(groups: readonly GapGroup[]): Message {
  return message({
    title: `${counted(groups.length, 'question')} that I could not answer`,
    blocks: [
      list(
        groups
          .slice(0, mostGaps)
          .map(
            ({ text: asked, count, lastAsked }) =>
              `${asked} (${counted(count, 'time')}, last on ${day(lastAsked)})`,
          ),
      ),
      text(
        'A button opens the form for an entry that answers the question; saving it takes it off this list.',
      ),
    ],
    actions: groups.slice(0, mostButtons).flatMap(({ key, text: asked, others }) => [
      {
        kind: 'ask' as const,
        label: `answer: ${asked}`,
        command: 'faq add',
        options: { ...fromQuestions([asked, ...others]), gap: key },
      },
    ]),
  });
}
