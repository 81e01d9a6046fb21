import {
  type APIGuildMember,
  type APIRole,
  ApplicationFlags,
  ChannelType,
  type GatewayReadyDispatchData,
  GatewayVersion,
  GuildMemberFlags,
  PermissionFlagsBits,
  RoleFlags,
} from 'discord.js';
import type { Channel, Guild, Person, Role, World } from '../world/world.ts';
import type { Session } from './session.ts';

export function readyPayload(
  world: World,
  session: Session,
  guilds: readonly Guild[],
): GatewayReadyDispatchData {
  return {
    v: Number(GatewayVersion),
    user: world.bot,
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: world.origin().replace('http', 'ws'),
    shard: [session.shard[0], session.shard[1]],
    application: {
      id: world.application,
      flags: ApplicationFlags.ApplicationCommandBadge,
      flags_new: '8388608',
    },
  };
}

/** A server with all that discord.js reads from it on arrival. */
export function guildPayload(world: World, guild: Guild) {
  const channels = [...world.channels.values()].filter((channel) => channel.guild?.id === guild.id);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.owner,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [everyone(guild), ...world.roles].map(rolePayload),
    emojis: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: guild.locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    joined_at: new Date(world.clock.now()).toISOString(),
    large: false,
    unavailable: false,
    member_count: world.people.size + 1,
    voice_states: [],
    members: [memberPayload({ user: world.bot, nick: null, role: null })],
    channels: channels.filter(({ type }) => type === ChannelType.GuildText).map(channelPayload),
    threads: channels.filter(({ type }) => type === ChannelType.PublicThread).map(channelPayload),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    stickers: [],
  };
}

/** What everybody may do in a server. */
export const usualPermissions =
  PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.ReadMessageHistory;

const everyone = ({ id }: Guild): Role => ({
  id,
  name: '@everyone',
  permissions: usualPermissions,
  mentionable: false,
});

export const rolePayload = ({ id, name, permissions, mentionable }: Role): APIRole => ({
  id,
  name,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: name === '@everyone' ? 0 : 1,
  permissions: permissions.toString(),
  managed: false,
  mentionable,
  flags: RoleFlags.InPrompt,
});

export function memberPayload({ user, nick, role }: Pick<Person, 'user' | 'nick' | 'role'>): APIGuildMember {
  return {
    user,
    nick,
    avatar: null,
    banner: null,
    roles: role ? [role.id] : [],
    joined_at: '2026-09-01T08:00:00.000Z',
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    communication_disabled_until: null,
    flags: GuildMemberFlags.CompletedOnboarding,
  };
}

/** A channel as the gateway and REST show it. */
export function channelPayload(channel: Channel): object {
  const common = { id: channel.id, type: channel.type, last_message_id: null, flags: 0 };
  switch (channel.type) {
    case ChannelType.DM:
      return { ...common, recipients: channel.recipient ? [channel.recipient.user] : [] };
    case ChannelType.GuildText:
      return {
        ...common,
        guild_id: channel.guild?.id,
        name: channel.name,
        position: 0,
        permission_overwrites: [],
        nsfw: false,
        rate_limit_per_user: 0,
        topic: null,
        parent_id: null,
      };
    case ChannelType.PublicThread:
      return {
        ...common,
        guild_id: channel.guild?.id,
        name: channel.name,
        parent_id: channel.parent,
        owner_id: channel.guild?.owner,
        message_count: channel.messages.size,
        member_count: 1,
        rate_limit_per_user: 0,
        thread_metadata: {
          archived: false,
          auto_archive_duration: 1440,
          archive_timestamp: '2026-09-01T08:00:00.000Z',
          locked: false,
        },
      };
  }
}
