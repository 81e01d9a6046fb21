import { ChannelType, GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import { channelPayload } from '../gateway/ready.ts';
import type { Channel, Guild, Person, World } from './world.ts';

/** What an invited bot may do unless a test takes it away. */
const granted =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.CreatePublicThreads;

const keep = (world: World, channel: Omit<Channel, 'permissions' | 'messages'>): Channel => {
  const made: Channel = { ...channel, permissions: granted, messages: new Map() };
  world.channels.set(made.id, made);
  return made;
};

export function openChannel(world: World, guild: Guild, name: string): Channel {
  const channel = keep(world, {
    id: world.id(),
    type: ChannelType.GuildText,
    name,
    guild,
    parent: null,
    recipient: null,
  });
  tell(world, channel, 'CHANNEL_CREATE');
  return channel;
}

/** A public thread; one that starts at a message has that message's id. */
export function openThread(world: World, parent: Channel, name: string, id: string): Channel {
  const channel = keep(world, {
    id,
    type: ChannelType.PublicThread,
    name,
    guild: parent.guild,
    parent: parent.id,
    recipient: null,
  });
  tell(world, channel, 'THREAD_CREATE');
  return channel;
}

/** The direct message between the bot and somebody: one, however often it is opened. */
export function directMessage(world: World, person: Person): Channel {
  const found = [...world.channels.values()].find(({ recipient }) => recipient === person);
  return (
    found ??
    keep(world, {
      id: world.id(),
      type: ChannelType.DM,
      name: person.user.username,
      guild: null,
      parent: null,
      recipient: person,
    })
  );
}

const tell = (world: World, channel: Channel, event: string): void =>
  world.dispatch({
    event,
    data: channelPayload(channel),
    guild: channel.guild,
    intent: GatewayIntentBits.Guilds,
  });
