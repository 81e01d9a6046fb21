import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type APIApplicationCommand, type APIUser, GatewayIntentBits, Locale } from 'discord.js';
import { type Clock, createClock } from './clock.ts';
import { type GuildPlaces, guildPlaces } from './driver/place.ts';
import { createUser, type User } from './driver/user.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import { guildPayload, usualPermissions } from './gateway/ready.ts';
import { createJournal, type Journal } from './journal.ts';
import { restApp } from './rest/app.ts';
import { openRole } from './world/roles.ts';
import { snowflakes } from './world/snowflake.ts';
import type { Guild, World } from './world/world.ts';

export interface DiscordServer {
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly bot: APIUser;
  /** A server that the bot is in, with one channel. */
  readonly guild: GuildPlaces;
  /** One more; with `hasBot: false` one where people only have the application installed for themselves. */
  readonly createGuild: (options?: { readonly hasBot?: boolean }) => GuildPlaces;
  /** Removes the bot from a server, or takes it back in. */
  readonly leave: (guild: GuildPlaces) => void;
  readonly rejoin: (guild: GuildPlaces) => void;
  /** The person of this name, made when first asked for, who may `permissions` besides what everybody may. */
  readonly user: (name: string, options?: { readonly permissions?: bigint; readonly bot?: boolean }) => User;
  /** A role in every server, which anybody may ping or only who may mention everybody; gives its id. */
  readonly role: (name: string, options?: { readonly mentionable?: boolean }) => string;
  readonly commands: (guild?: string) => readonly APIApplicationCommand[];
  readonly clock: Clock;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly gateway: Gateway;
  /** The bytes behind an address of an attachment. */
  readonly download: (url: string) => Promise<Uint8Array>;
  readonly stop: () => Promise<void>;
}

export interface DiscordServerOptions {
  readonly token?: string;
  /** Another one that the gateway wants, to refuse what REST lets in. */
  readonly gatewayToken?: string;
  /** Privileged intents that the application was granted; none by default. */
  readonly granted?: number;
  /** How long (ms) a test waits for what happens. */
  readonly patience?: number;
}

/** Discord on 127.0.0.1: REST v10, gateway v10 and attachments, strict where the real one is strict. */
export async function startDiscordServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const { token = 'discord-test-token', gatewayToken = token, granted = 0, patience } = options;
  const clock = createClock();
  const id = snowflakes(clock.now);
  const person = (username: string, bot: boolean): APIUser => ({
    id: id(),
    username,
    discriminator: '0',
    global_name: username,
    avatar: null,
    ...(bot ? { bot } : {}),
  });
  const bot = person('lifeguard', true);
  const server = createServer();
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let gateway: Gateway | null = null;
  const world: World = {
    clock,
    journal: createJournal(patience),
    faults: createFaults(),
    token,
    origin,
    id,
    application: bot.id,
    bot,
    guilds: new Map(),
    people: new Map(),
    roles: [],
    channels: new Map(),
    commands: new Map(),
    interactions: new Map(),
    uploads: new Map(),
    dispatch: (dispatch) => gateway?.dispatch(dispatch),
  };
  const createGuild = ({ hasBot = true } = {}): GuildPlaces => {
    const guild: Guild = { id: id(), name: 'course', owner: id(), locale: Locale.EnglishUS, hasBot };
    world.guilds.set(guild.id, guild);
    return guildPlaces(world, guild);
  };
  const guild = createGuild();
  const users = new Map<string, User>();
  server.on('request', getRequestListener(restApp(world).fetch));
  gateway = createGateway(server, world, { token: gatewayToken, granted });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    apiUrl: `${origin()}/api`,
    token,
    bot,
    guild,
    createGuild,
    leave: ({ state }) => {
      world.guilds.delete(state.id);
      const data = { id: state.id };
      world.dispatch({ event: 'GUILD_DELETE', data, guild: state, intent: GatewayIntentBits.Guilds });
    },
    rejoin: ({ state }) => {
      world.guilds.set(state.id, state);
      const data = guildPayload(world, state);
      world.dispatch({ event: 'GUILD_CREATE', data, guild: state, intent: GatewayIntentBits.Guilds });
    },
    user: (name, { permissions = 0n, bot: isBot = false } = {}) => {
      const found = users.get(name);
      if (found) return found;
      const role = permissions === 0n ? null : openRole(world, name, permissions);
      const made = {
        user: person(name, isBot),
        nick: null,
        permissions: permissions | usualPermissions,
        role,
      };
      world.people.set(made.user.id, made);
      const user = createUser(world, made, guild.channel);
      users.set(name, user);
      return user;
    },
    role: (name, { mentionable = true } = {}) => openRole(world, name, 0n, mentionable).id,
    commands: (of = '') => world.commands.get(of) ?? [],
    clock,
    faults: world.faults,
    journal: world.journal,
    gateway,
    download: async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer()),
    stop: async () => {
      gateway.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
