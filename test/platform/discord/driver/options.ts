import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord.js';
import type { Channel, World } from '../world/world.ts';

type OptionValue = string | number | boolean;
export type Options = Readonly<Record<string, OptionValue>>;

/** The registered command that a person in this channel would pick: the server's own before the global one. */
export function findCommand(
  world: World,
  channel: Channel,
  name: string,
  type: ApplicationCommandType,
): APIApplicationCommand {
  const offered = [
    ...(world.commands.get(channel.guild?.id ?? 'none') ?? []),
    ...(world.commands.get('') ?? []),
  ];
  const found = offered.find((command) => command.name === name && command.type === type);
  if (!found)
    throw new Error(`nobody can pick "${name}": ${offered.map((each) => each.name)} are registered`);
  return found;
}

/** `data` of a chat command as Discord's client sends it; refuses what that client would not let through. */
export function chatInputData(
  command: APIApplicationCommand,
  words: readonly string[],
  options: Options,
  focused?: string,
) {
  const [subcommand] = words;
  const declared = command.options ?? [];
  const leaf = subcommand === undefined ? declared : subcommandOptions(declared, subcommand);
  const values = valuesOf(leaf, options, focused);
  return {
    id: command.id,
    name: command.name,
    type: ApplicationCommandType.ChatInput,
    options:
      subcommand === undefined
        ? values
        : [{ type: ApplicationCommandOptionType.Subcommand, name: subcommand, options: values }],
  };
}

type Declared = NonNullable<APIApplicationCommand['options']>;

function subcommandOptions(declared: Declared, name: string): Declared {
  const found = declared.find((option) => option.name === name);
  if (found?.type !== ApplicationCommandOptionType.Subcommand) throw new Error(`no subcommand "${name}"`);
  return found.options ?? [];
}

function valuesOf(declared: Declared, options: Options, focused: string | undefined) {
  for (const { name, required, type } of declared as APIApplicationCommandBasicOption[]) {
    if (type === (ApplicationCommandOptionType.Subcommand as number))
      throw new Error('this command needs a subcommand');
    if (required && !(name in options) && focused === undefined) throw new Error(`"${name}" is required`);
  }
  return Object.entries(options).map(([name, value]) => {
    const option = declared.find((each) => each.name === name);
    if (!option) throw new Error(`no option "${name}"`);
    if (name === focused) return { type: option.type, name, value: String(value), focused: true };
    check(option as APIApplicationCommandBasicOption, value);
    return { type: option.type, name, value };
  });
}

function check(option: APIApplicationCommandBasicOption, value: OptionValue): void {
  const fits = {
    [ApplicationCommandOptionType.String]: typeof value === 'string',
    [ApplicationCommandOptionType.Integer]: Number.isInteger(value),
    [ApplicationCommandOptionType.Number]: typeof value === 'number',
    [ApplicationCommandOptionType.Boolean]: typeof value === 'boolean',
    [ApplicationCommandOptionType.Attachment]: typeof value === 'string',
  }[option.type as number];
  if (!fits) throw new Error(`"${option.name}" does not take ${JSON.stringify(value)}`);
  if (
    'choices' in option &&
    option.choices?.length &&
    !option.choices.some((choice) => choice.value === value)
  )
    throw new Error(`"${option.name}" has no choice ${JSON.stringify(value)}`);
  if ('max_length' in option && typeof value === 'string' && value.length > (option.max_length ?? 6000))
    throw new Error(`"${option.name}" is too long`);
}
