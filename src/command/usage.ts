import type { CommandDescription, OptionDescription } from './description.ts';
import type { Platform } from './invocation.ts';

/** How a command is called on a platform: `/pool AveragePooling2D(2) on 4x4x4`. */
export function callText(platform: Platform, command: string, text = ''): string {
  const prefix = platform === 'slack' ? '/lifeguard ' : '/';
  return `${prefix}${command}${text === '' ? '' : ` ${text}`}`;
}

/** A command's usage: one line to call it, one for each option. */
export function usageLines(platform: Platform, command: CommandDescription): readonly string[] {
  if (command.subcommands.length > 0)
    return command.subcommands.map(
      (sub) => `${callText(platform, `${command.name} ${sub.name}`)}: ${sub.summary}`,
    );
  const [first, ...others] = command.options;
  const free = first?.name === 'question' ? ' your question' : '';
  const typed = (free === '' ? command.options : others).length > 0 ? ' option=value …' : '';
  return [
    `${callText(platform, command.name)}${free}${typed}`,
    ...command.options
      .filter(({ name }) => name !== 'question')
      .map((option) => `  ${option.name}: ${optionText(option)}`),
  ];
}

function optionText({ summary, choices, required }: OptionDescription): string {
  return `${summary}${choices ? ` (${choices.join(', ')})` : ''}${required ? ', required' : ''}`;
}
