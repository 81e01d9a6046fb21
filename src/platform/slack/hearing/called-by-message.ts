import type { CommandDescription } from '../../../command/index.ts';
import type { Heard } from './intake.ts';

/**
 * The subcommand that a message calls by its words, with the text after them; null for a question. Slack lets no file
 * come with a slash command, so that one which takes a file ("faq import") may be called by a mention that brings it.
 */
export function calledByMessage(
  { text, files }: Heard,
  commands: readonly CommandDescription[],
): { readonly command: string; readonly text: string } | null {
  if (files.length === 0) return null;
  const taking = commands.flatMap(({ name, subcommands }) =>
    subcommands.flatMap((sub) => (sub.file === undefined ? [] : [`${name} ${sub.name}`])),
  );
  const words = text.replace(/^\//, '').split(/\s+/);
  const command = taking.find((name) => name === words.slice(0, 2).join(' ').toLowerCase());
  return command === undefined ? null : { command, text: words.slice(2).join(' ') };
}
