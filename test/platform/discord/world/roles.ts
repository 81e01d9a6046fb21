import { GatewayIntentBits } from 'discord.js';
import { rolePayload } from '../gateway/ready.ts';
import type { Role, World } from './world.ts';

/** Gives every server a role with these permissions. */
export function openRole(world: World, name: string, permissions: bigint, mentionable = false): Role {
  const role = { id: world.id(), name, permissions, mentionable };
  world.roles.push(role);
  for (const guild of world.guilds.values())
    world.dispatch({
      event: 'GUILD_ROLE_CREATE',
      data: { guild_id: guild.id, role: rolePayload(role) },
      guild,
      intent: GatewayIntentBits.Guilds,
    });
  return role;
}
