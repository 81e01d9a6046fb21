import { openChannel, openThread } from '../world/channels.ts';
import type { Channel, Guild, World } from '../world/world.ts';

/** Where people talk: a channel of a server, or a thread. */
export interface Place {
  readonly id: string;
  readonly state: Channel;
  /** A thread, opened at the message with this id or at none. */
  readonly thread: (name: string, at?: string) => Place;
  /** Takes permissions from the bot here. */
  readonly deny: (permissions: bigint) => void;
  /** Gives it more than it usually has. */
  readonly allow: (permissions: bigint) => void;
}

export interface GuildPlaces {
  readonly id: string;
  readonly state: Guild;
  /** The first channel. */
  readonly channel: Place;
  readonly createChannel: (name: string) => Place;
}

function place(world: World, state: Channel): Place {
  return {
    id: state.id,
    state,
    thread: (name, at = world.id()) => place(world, openThread(world, state, name, at)),
    deny: (permissions) => {
      state.permissions &= ~permissions;
    },
    allow: (permissions) => {
      state.permissions |= permissions;
    },
  };
}

export function guildPlaces(world: World, guild: Guild): GuildPlaces {
  return {
    id: guild.id,
    state: guild,
    channel: place(world, openChannel(world, guild, 'general')),
    createChannel: (name) => place(world, openChannel(world, guild, name)),
  };
}
