import { randomBytes } from 'node:crypto';
import {
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  InteractionType,
  Locale,
} from 'discord.js';
import { channelPayload, memberPayload } from '../gateway/ready.ts';
import type { Channel, Interaction, Person, World } from '../world/world.ts';
import { type Asked, asked } from './asked.ts';

const types: Record<Interaction['kind'], InteractionType> = {
  command: InteractionType.ApplicationCommand,
  component: InteractionType.MessageComponent,
  autocomplete: InteractionType.ApplicationCommandAutocomplete,
  modal: InteractionType.ModalSubmit,
};

export interface Act {
  readonly kind: Interaction['kind'];
  readonly name: string;
  readonly user: Person;
  readonly channel: Channel;
  readonly data: object;
  readonly source: string | null;
}

/** Sends INTERACTION_CREATE for what a person did, in the shape that Discord gives it. */
export function interact(world: World, { kind, name, user, channel, data, source }: Act): Asked {
  const interaction: Interaction = {
    id: world.id(),
    token: randomBytes(48).toString('base64url'),
    kind,
    name,
    user,
    channel,
    sentAt: world.clock.now(),
    source,
    state: 'waiting',
    original: null,
    messages: new Set(),
    followUps: 0,
    modal: null,
  };
  world.interactions.set(interaction.token, interaction);
  const since = world.journal.all.length;
  const { guild } = channel;
  const message = source === null ? undefined : channel.messages.get(source);
  world.dispatch({
    event: 'INTERACTION_CREATE',
    guild,
    intent: 0,
    data: structuredClone({
      id: interaction.id,
      application_id: world.application,
      type: types[kind],
      token: interaction.token,
      version: 1,
      channel_id: channel.id,
      channel: { ...channelPayload(channel), permissions: user.permissions.toString() },
      ...(guild
        ? {
            guild_id: guild.id,
            guild: { id: guild.id, locale: guild.locale, features: [] },
            guild_locale: guild.locale,
            member: { ...memberPayload(user), permissions: user.permissions.toString() },
          }
        : { user: user.user }),
      app_permissions: channel.permissions.toString(),
      entitlements: [],
      authorizing_integration_owners: guild?.hasBot
        ? { [ApplicationIntegrationType.GuildInstall]: guild.id }
        : { [ApplicationIntegrationType.UserInstall]: user.user.id },
      context: channel.type === ChannelType.DM ? InteractionContextType.BotDM : InteractionContextType.Guild,
      attachment_size_limit: 10_485_760,
      locale: Locale.EnglishUS,
      data,
      ...(message ? { message } : {}),
    }),
  });
  return asked(world, interaction, since);
}
