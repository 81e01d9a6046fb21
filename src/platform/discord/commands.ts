import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandDescription, OptionDescription } from '../../command/index.ts';
import { discordLimits } from '../limits.ts';
import { shortened } from './blocks.ts';

/** Where a command is registered: everywhere, or in one server at once. */
export type Reach = 'global' | 'guild';

/**
 * A command as Discord wants it registered. Global ones are offered in servers, in direct messages and wherever
 * somebody has installed the app for themselves; those for staff in servers alone. Who is staff is decided at the
 * call, by the dispatcher, as a community may let people edit whom Discord knows no permission of.
 */
export function commandJson(
  command: CommandDescription,
  reach: Reach,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const { name, summary, subcommands, staffOnly } = command;
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description: shortened(summary, discordLimits.commandDescription),
    options: subcommands.length > 0 ? subcommands.map(subcommandJson) : optionsJson(command),
    ...(reach === 'guild' ? {} : offer(staffOnly)),
  };
}

/** Where a global command is offered. */
export function offer(staffOnly: boolean) {
  if (staffOnly)
    return {
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    };
  return {
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
}

const subcommandJson = (command: CommandDescription): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name: command.name,
  description: shortened(command.summary, discordLimits.commandDescription),
  options: optionsJson(command),
});

/**
 * Discord wants the required options first; otherwise their order stays. A file is an option as well. Throws a RangeError for more options than a command may have.
 */
function optionsJson({ options, file }: CommandDescription): APIApplicationCommandBasicOption[] {
  const json = options
    .toSorted((one, other) => Number(other.required) - Number(one.required))
    .map(optionJson);
  const all = file === undefined ? json : [...json, fileJson(file)];
  if (all.length <= discordLimits.commandOptions) return all;
  throw new RangeError(`more than ${discordLimits.commandOptions} options: ${all.map(({ name }) => name)}`);
}

const fileJson = (file: string): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.Attachment,
  name: 'file',
  description: shortened(file, discordLimits.commandDescription),
});

const areListable = (choices: readonly string[]): boolean =>
  choices.length <= discordLimits.choices &&
  choices.every(({ length }) => length > 0 && length <= discordLimits.choiceValue);

function optionJson(option: OptionDescription): APIApplicationCommandBasicOption {
  const { name, summary, required, choices, autocomplete, maxLength } = option;
  const description = shortened(summary, discordLimits.commandDescription);
  const common = { name, description, ...(required ? { required } : {}) };
  switch (option.type) {
    case 'boolean':
      return { ...common, type: ApplicationCommandOptionType.Boolean };
    case 'integer':
      return { ...common, type: ApplicationCommandOptionType.Integer, autocomplete };
    case 'number':
      return { ...common, type: ApplicationCommandOptionType.Number, autocomplete };
    case 'string': {
      const longest =
        maxLength === null ? {} : { max_length: Math.min(maxLength, discordLimits.optionLength) };
      const text = { ...common, ...longest, type: ApplicationCommandOptionType.String as const };
      // More than Discord lists are typed freely; the command itself says which there are.
      if (choices === null || !areListable(choices)) return { ...text, autocomplete };
      return { ...text, choices: choices.map((value) => ({ name: value, value })) };
    }
  }
}
