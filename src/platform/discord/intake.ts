import {
  type APIInteractionGuildMember,
  ApplicationIntegrationType,
  type Attachment,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type GuildMember,
  InteractionContextType,
  type Message,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import type { Invocation } from '../../command/index.ts';
import type { AskedByInteraction } from './asked.ts';
import { attachedFile, type FileAt } from './files.ts';

/** What of a question an interaction does not say by itself. */
export type Call = Pick<AskedByInteraction, 'command' | 'values' | 'destination'> &
  Partial<Pick<AskedByInteraction, 'asker' | 'files' | 'way'>>;

/** Who asked, where, and which command with which options. */
export function askedBy(interaction: RepliableInteraction, call: Call): AskedByInteraction {
  const { guildId, channel, user, memberPermissions, appPermissions, context } = interaction;
  const owners = interaction.authorizingIntegrationOwners;
  const isInstalled = owners[ApplicationIntegrationType.GuildInstall] !== undefined;
  return {
    kind: 'interaction',
    id: interaction.id,
    sentAt: interaction.createdTimestamp,
    token: interaction.token,
    community: guildId,
    channel: interaction.channelId ?? '',
    parent: channel?.isThread() ? channel.parentId : null,
    user: user.id,
    asker: user.id,
    staff: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    roles: rolesOf(interaction.member, guildId),
    way: 'command',
    files: [],
    fileBytes: interaction.attachmentSizeLimit,
    mayAttach: guildId === null || appPermissions.has(PermissionFlagsBits.AttachFiles),
    isVisitor: !isInstalled && context !== InteractionContextType.BotDM,
    ...call,
  };
}

/** A server that the bot is not in gives its members as they come over the wire. Everybody's role is left out. */
function rolesOf(member: GuildMember | APIInteractionGuildMember | null, guild: string | null): string[] {
  if (member === null) return [];
  const ids = Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return ids.filter((id) => id !== guild);
}

/** A slash command with its typed options; a subcommand follows its command after a space. */
export function slashCall(
  interaction: ChatInputCommandInteraction,
): Pick<AskedByInteraction, 'command' | 'values' | 'files'> {
  const subcommand = interaction.options.getSubcommand(false);
  const [first] = interaction.options.data;
  const options = subcommand === null ? interaction.options.data : (first?.options ?? []);
  const command = subcommand === null ? interaction.commandName : `${interaction.commandName} ${subcommand}`;
  const files = options.flatMap(({ attachment }) => (attachment ? [fileAt(attachment)] : []));
  return { command, values: valuesOf(options), files };
}

const valuesOf = (options: readonly CommandInteractionOption[]) =>
  Object.fromEntries(
    options.flatMap(({ name, value, attachment }) =>
      value === undefined || attachment ? [] : [[name, value] as const],
    ),
  );

export const fileAt = ({ name, size, url }: Attachment): FileAt => ({ name, size, url });

/** A question in a message is the command `ask`, with the text as it was typed. */
export function fromMessage(
  message: Message,
  { text, earlier }: { readonly text: string; readonly earlier: string | null },
  origins: readonly string[],
): Invocation {
  const { channel, member } = message;
  return {
    platform: 'discord',
    community: message.guildId,
    channel: message.channelId,
    ...(channel.isThread() && channel.parentId !== null ? { parent: channel.parentId } : {}),
    user: message.author.id,
    staff: member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
    roles: rolesOf(member, message.guildId),
    way: message.guildId === null ? 'direct' : 'mention',
    command: 'ask',
    input: { kind: 'text', text },
    files: [...message.attachments.values()].map((one) => attachedFile(fileAt(one), origins)),
    earlier,
  };
}

/**
 * Whether a message may ask the bot at all: a person's direct message, or one that Discord parsed a mention of the bot
 * in, a reply's ping included.
 */
export function concerns(message: Message, bot: string): boolean {
  if (message.author.bot || message.webhookId !== null || message.system) return false;
  return message.guildId === null || message.mentions.users.has(bot);
}

/**
 * What a message that concerns the bot asks by itself: all of a direct message; in a channel what follows a mention of
 * the bot, or what precedes one that ends the message. Null where the mention is none of its own: a reply's.
 */
export function questionIn(message: Message, bot: string): string | null {
  const mention = new RegExp(`<@!?${bot}>`);
  if (message.guildId === null) return message.content.replace(mention, '').trim();
  const at = message.content.search(mention);
  if (at < 0) return null;
  const after = message.content.slice(at).replaceAll(new RegExp(mention, 'g'), ' ').trim();
  return after === '' ? message.content.slice(0, at).trim() : after;
}
