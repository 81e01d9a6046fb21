import { isDeepStrictEqual } from 'node:util';
import { type APIApplicationCommand, type Client, Routes } from 'discord.js';
import type { CommandDescription } from '../../command/index.ts';
import type { Log } from '../log.ts';
import { commandJson } from './commands.ts';
import { failureFacts } from './failure.ts';
import { menuJson, menusOf } from './menus.ts';

/**
 * Registers the commands where they are not registered just so already; Discord takes 200 a day. A failure is logged
 * and the bot goes on: mentions and direct messages work without.
 */
export async function registerCommands(
  client: Client<true>,
  commands: readonly CommandDescription[],
  guildId: string | null,
  log: Log,
): Promise<void> {
  const application = client.application.id;
  const route =
    guildId === null
      ? Routes.applicationCommands(application)
      : Routes.applicationGuildCommands(application, guildId);
  const reach = guildId === null ? 'global' : 'guild';
  try {
    const wanted = [
      ...commands.map((command) => commandJson(command, reach)),
      ...menusOf(commands).map((menu) => menuJson(menu, reach)),
    ];
    const registered = (await client.rest.get(route)) as APIApplicationCommand[];
    if (isDeepStrictEqual(byName(registered), byName(wanted))) return;
    await client.rest.put(route, { body: wanted });
    log.info({ commands: wanted.length, guildId }, 'registered the Discord commands');
  } catch (error) {
    const hint = guildId === null ? {} : { hint: 'is the bot in the server that DISCORD_GUILD_ID names?' };
    log.error({ ...failureFacts(error), ...hint }, 'the Discord commands could not be registered');
  }
}

/** The part of a definition that we set, in an order of its own: Discord adds ids, defaults and translations. */
function byName(commands: readonly object[]): unknown {
  return commands
    .map((command) => ours(command))
    .toSorted((one, other) => String(one.name).localeCompare(String(other.name)));
}

const fields = new Set([
  'type',
  'name',
  'description',
  'options',
  'contexts',
  'integration_types',
  'required',
  'choices',
  'value',
  'autocomplete',
  'max_length',
]);

function ours(value: object): Record<string, unknown> {
  const entries = Object.entries(value).flatMap(([key, held]): [string, unknown][] => {
    const isDefault =
      held === false || held === null || held === '' || (Array.isArray(held) && held.length === 0);
    if (!fields.has(key) || isDefault) return [];
    return [[key, Array.isArray(held) ? held.map(element) : held]];
  });
  return Object.fromEntries(entries);
}

const element = (held: unknown): unknown => (typeof held === 'object' && held !== null ? ours(held) : held);
