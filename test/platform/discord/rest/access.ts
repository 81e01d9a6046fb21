import { PermissionFlagsBits } from 'discord.js';
import type { Channel, World } from '../world/world.ts';
import { refuse } from './api-error.ts';

/** A channel that the bot can see: 10003 where there is none, 50001 where it is hidden. */
export function visibleChannel(world: World, id: string): Channel {
  const channel = world.channels.get(id) ?? refuse('unknownChannel');
  need(channel, PermissionFlagsBits.ViewChannel, 'missingAccess');
  return channel;
}

export function need(
  channel: Channel,
  permission: bigint,
  failure: 'missingAccess' | 'missingPermissions' = 'missingPermissions',
): void {
  if ((channel.permissions & permission) !== permission) refuse(failure);
}
