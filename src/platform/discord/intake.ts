import {
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  type Message,
  PermissionFlagsBits,
} from 'discord.js';
import type { Invocation } from '../../command/index.ts';

/** Who asked, where, and which command with which options. */
export function fromInteraction(
  { guildId, channelId, user, memberPermissions }: Interaction,
  command: string,
  values: Readonly<Record<string, unknown>>,
): Invocation {
  return {
    platform: 'discord',
    community: guildId,
    channel: channelId ?? '',
    user: user.id,
    staff: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    roles: [],
    way: 'command',
    command,
    input: { kind: 'options', values },
    files: [],
    earlier: null,
  };
}

/** A slash command with its typed options; a subcommand follows its command after a space. */
export function fromSlash(interaction: ChatInputCommandInteraction): Invocation {
  const subcommand = interaction.options.getSubcommand(false);
  const [first] = interaction.options.data;
  const options = subcommand === null ? interaction.options.data : (first?.options ?? []);
  const command = subcommand === null ? interaction.commandName : `${interaction.commandName} ${subcommand}`;
  return fromInteraction(interaction, command, valuesOf(options));
}

const valuesOf = (options: readonly CommandInteractionOption[]) =>
  Object.fromEntries(
    options.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
  );

/** A question in a message is the command `ask`, with the text as it was typed. */
export function fromMessage(message: Message, text: string): Invocation {
  return {
    platform: 'discord',
    community: message.guildId,
    channel: message.channelId,
    user: message.author.id,
    staff: message.member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
    roles: [],
    way: message.guildId === null ? 'direct' : 'mention',
    command: 'ask',
    input: { kind: 'text', text },
    files: [],
    earlier: null,
  };
}

/**
 * What a message asks the bot: all of a direct message; in a channel what follows a mention of the bot, or what
 * precedes one that ends the message. Null for what is not meant for it: no mention of its own that Discord parsed
 * too, @everyone, roles, a bare reply, and whatever a bot or Discord itself wrote.
 */
export function questionIn(message: Message, bot: string): string | null {
  if (message.author.bot || message.webhookId !== null || message.system) return null;
  const mention = new RegExp(`<@!?${bot}>`);
  if (message.guildId === null) return message.content.replace(mention, '').trim();
  const at = message.content.search(mention);
  if (at < 0 || !message.mentions.users.has(bot)) return null;
  const after = message.content.slice(at).replaceAll(new RegExp(mention, 'g'), ' ').trim();
  return after === '' ? message.content.slice(0, at).trim() : after;
}
