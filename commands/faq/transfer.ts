import { z } from 'zod';
import { callText, defineCommand, type Invocation } from '../../src/command/index.ts';
import { type Faq, type Imported, refusalSentences } from '../../src/faq/index.ts';
import { type Action, code, type Message } from '../../src/reply/index.ts';
import { communityOf } from './entries.ts';
import { counted, list, message, said, text } from './message.ts';

export const exporting = defineCommand({
  name: 'export',
  summary: 'All entries as one file, to keep or to import elsewhere',
  options: z.object({
    format: z.enum(['json', 'markdown']).optional().describe('json (the default) or markdown'),
  }),
  examples: [{ text: 'format=markdown', options: { format: 'markdown' } }],
  permission: 'editors',
  prepare: ({ format = 'json' }, invocation, { faq }) => {
    const community = communityOf(invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: async () =>
        message({
          title: `All entries as ${format === 'json' ? 'JSON' : 'Markdown'}`,
          blocks: [
            {
              kind: 'code',
              language: 'text',
              code: await faq.export(community, format),
              file: format === 'json' ? 'faq.json' : 'faq.md',
            },
          ],
        }),
    };
  },
});

const longestFile = 10 * 1_024 * 1_024;

export const importing = defineCommand({
  name: 'import',
  summary: 'Bring entries in from a file or text; first it only says what would change',
  options: z.object({
    question: z.string().max(16_000).optional().describe('The entries, unless a file has them'),
    apply: z.boolean().optional().describe('Do it, all or nothing; otherwise it is only tried'),
  }),
  file: 'A file of entries as /faq export makes it: JSON or Markdown',
  examples: [
    {
      text: '{"lifeguardFaq": 1, "entries": [{"title": "Global pooling", "body": "One number for each channel."}]}',
      options: {
        question:
          '{"lifeguardFaq": 1, "entries": [{"title": "Global pooling", "body": "One number for each channel."}]}',
      },
    },
  ],
  permission: 'editors',
  prepare: ({ question, apply = false }, invocation, { faq }) => {
    const community = communityOf(invocation);
    return {
      kind: 'answer',
      visibility: 'private',
      work: async () => {
        const source = question ?? (await fileText(invocation));
        if (typeof source !== 'string') return source;
        const again: readonly Action[] =
          question === undefined
            ? []
            : [
                {
                  kind: 'ask',
                  label: 'import now',
                  command: 'faq import',
                  options: { question, apply: true },
                },
              ];
        return report(await bring(faq, community, invocation, { text: source, dryRun: !apply }), again);
      },
    };
  },
});

const bring = (
  faq: Faq,
  community: string,
  person: Invocation,
  { text: source, dryRun }: { readonly text: string; readonly dryRun: boolean },
): Promise<Imported> => faq.import(community, person, source, { dryRun });

/** The text of the file that came with the call, or what is wrong with it. */
async function fileText({ files, platform }: Invocation): Promise<string | Message> {
  const [file] = files;
  if (!file)
    return said('There is nothing to import', [
      'Give the entries as text, or ',
      platform === 'slack' ? ['mention me with ', code('faq import'), ' and attach'] : 'attach',
      ' a file as ',
      code(callText(platform, 'faq export')),
      ' makes it: JSON, or Markdown with front matter.',
    ]);
  if (file.size > longestFile) return said(`${file.name} is too large`, '10 MiB is the most.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.fetch());
  } catch (error) {
    if (error instanceof TypeError) return said(`${file.name} is not text in UTF-8`);
    throw error;
  }
}

const mostListed = 20;

function report(imported: Imported, again: readonly Action[]): Message {
  switch (imported.kind) {
    case 'forbidden':
      return said('Not imported', ...refusalSentences(imported));
    case 'refused': {
      const { problems } = imported;
      const more = problems.length - mostListed;
      return message({
        title: `Nothing was imported: ${counted(problems.length, 'problem')} in the file`,
        blocks: [
          list(problems.slice(0, mostListed).map(({ where, message: problem }) => `${where}: ${problem}`)),
          ...(more > 0 ? [text(`and ${more} more.`)] : []),
        ],
      });
    }
    case 'imported': {
      const { applied, created, updated, unchanged } = imported.report;
      const would = applied ? '' : ' would be';
      const nothing = created.length + updated.length === 0;
      return message({
        title: applied ? 'Imported' : 'A dry run: nothing was changed yet',
        blocks: [
          list([
            `${counted(created.length, 'entry', 'entries')}${would} new${titles(created)}`,
            `${counted(updated.length, 'entry', 'entries')}${would} changed${titles(updated)}`,
            `${counted(unchanged, 'entry', 'entries')} the same as before`,
          ]),
          ...(applied || nothing || again.length > 0
            ? []
            : [text('To do it, send the file once more with apply=true.')]),
        ],
        actions: applied || nothing ? [] : again,
      });
    }
  }
}

function titles(all: readonly string[]): string {
  if (all.length === 0) return '';
  const more = all.length > mostListed ? ` and ${all.length - mostListed} more` : '';
  return `: ${all.slice(0, mostListed).join(', ')}${more}`;
}
