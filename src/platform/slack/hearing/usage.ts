import { type CommandDescription, callText, usageLines } from '../../../command/index.ts';
import { type Block, code, type Inline, type Message } from '../../../reply/index.ts';

/**
 * The usage text for a call that says too little: a bare `/lifeguard`, `/pool help`, or a command without an option
 * that it needs. Null for a call to carry out; an unknown command is told by the dispatcher.
 */
export function usageFor(
  { command, text }: { readonly command: string; readonly text: string },
  commands: readonly CommandDescription[],
): Message | null {
  const description = commands.find(({ name }) => name === command);
  if (command === '') return overview(commands);
  if (!description) return command === 'help' ? overview(commands) : null;
  const needsMore =
    text === '' &&
    (description.subcommands.length > 0 || description.options.some(({ required }) => required));
  return needsMore || /^(-*help|\?)$/i.test(text) ? commandUsage(description) : null;
}

function overview(commands: readonly CommandDescription[]): Message {
  return message('How to ask', [
    { kind: 'text', content: 'Mention me with a question, write to me directly, or use a command:' },
    {
      kind: 'steps',
      ordered: false,
      items: commands.map(({ name, summary }): Inline => [code(callText('slack', name)), ` ${summary}`]),
    },
  ]);
}

function commandUsage(description: CommandDescription): Message {
  const { name, summary, examples } = description;
  const calls = examples.map(({ text }): Inline => code(callText('slack', name, text)));
  return message(callText('slack', name), [
    { kind: 'text', content: summary },
    { kind: 'code', language: 'text', code: usageLines('slack', description).join('\n') },
    ...(calls.length === 0
      ? []
      : ([
          { kind: 'text', content: 'For example:' },
          { kind: 'steps', ordered: false, items: calls },
        ] as const)),
  ]);
}

const message = (title: string, blocks: readonly Block[]): Message => ({
  kind: 'message',
  title,
  understood: null,
  blocks,
  assumptions: [],
  actions: [],
  sources: [],
  visibility: 'private',
});
