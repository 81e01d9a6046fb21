import {
  type APIAttachment,
  type APIMessage,
  ChannelType,
  GatewayIntentBits,
  MessageFlags,
  MessageType,
} from 'discord.js';
import { memberPayload } from '../gateway/ready.ts';
import type { Channel, Person, World } from './world.ts';

export const isEphemeral = (message: APIMessage): boolean =>
  ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

/** An empty message by the bot, to be filled from what was posted. */
export function blankMessage(world: World, channel: Channel): APIMessage {
  return {
    id: world.id(),
    type: MessageType.Default,
    channel_id: channel.id,
    author: world.bot,
    content: '',
    timestamp: new Date(world.clock.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
  };
}

/** Keeps a new message and tells the gateway; an ephemeral one is told to nobody. */
export function post(world: World, channel: Channel, message: APIMessage, pings: readonly string[]): void {
  channel.messages.set(message.id, message);
  world.journal.add({ kind: 'created', message: structuredClone(message), pings });
  tell(world, channel, 'MESSAGE_CREATE', message);
}

export function replace(world: World, channel: Channel, message: APIMessage, pings: readonly string[]): void {
  channel.messages.set(message.id, message);
  world.journal.add({ kind: 'edited', message: structuredClone(message), pings });
  tell(world, channel, 'MESSAGE_UPDATE', message);
}

export function remove(world: World, channel: Channel, message: APIMessage): void {
  channel.messages.delete(message.id);
  world.journal.add({ kind: 'deleted', channel: channel.id, id: message.id });
  if (isEphemeral(message)) return;
  world.dispatch({
    event: 'MESSAGE_DELETE',
    data: { id: message.id, channel_id: channel.id, ...guildOf(channel) },
    guild: channel.guild,
    intent: messageIntent(channel),
  });
}

function tell(world: World, channel: Channel, event: string, message: APIMessage): void {
  if (isEphemeral(message)) return;
  const author = world.people.get(message.author.id);
  const member = channel.guild && author ? { member: authorMember(author) } : {};
  world.dispatch({
    event,
    data: structuredClone({ ...message, ...guildOf(channel), ...member, channel_type: channel.type }),
    guild: channel.guild,
    intent: messageIntent(channel),
  });
}

const messageIntent = (channel: Channel): number =>
  channel.type === ChannelType.DM ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;

const guildOf = (channel: Channel) => (channel.guild ? { guild_id: channel.guild.id } : {});

/** Keeps an uploaded file and describes it, under an address that this server serves. */
export function keepUpload(
  world: World,
  channel: Channel,
  file: { name: string; contentType: string; bytes: Uint8Array<ArrayBuffer> },
  description: string | null,
): APIAttachment {
  const id = world.id();
  world.uploads.set(id, file);
  const url = `${world.origin()}/attachments/${channel.id}/${id}/${encodeURIComponent(file.name)}`;
  return {
    id,
    filename: file.name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...(description === null ? {} : { description }),
  };
}

/** The member of a message has no user of its own: that is the author. */
function authorMember(author: Person) {
  const { user: _, ...member } = memberPayload(author);
  return member;
}
