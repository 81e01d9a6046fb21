import { z } from 'zod';
import { type Command, defineCommand, helpMessage, type LeafCommand } from '../src/command/index.ts';

/** Help is about the other commands, so it is made from their list. */
export function helpCommand(commands: readonly Command[]): LeafCommand {
  return defineCommand({
    name: 'help',
    summary: 'What I can do, with examples to try',
    options: z.object({
      question: z
        .string()
        .max(100)
        .optional()
        .describe('A command, for its options and examples')
        .meta({ complete: 'command' }),
    }),
    examples: [
      { text: '', options: {} },
      { text: 'pool', options: { question: 'pool' } },
    ],
    permission: 'everyone',
    prepare: ({ question }, { platform }) => ({
      kind: 'answer',
      visibility: 'private',
      work: () =>
        helpMessage(
          platform,
          commands.map(({ description }) => description),
          question ?? null,
        ),
    }),
  });
}
