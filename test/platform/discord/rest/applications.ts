import { type APIApplicationCommand, ApplicationCommandType } from 'discord.js';
import { Hono } from 'hono';
import { type CommandBody, command, commandList } from '../schema/command.ts';
import type { World } from '../world/world.ts';
import { refuse } from './api-error.ts';
import { parseForm } from './form-error.ts';

/** /applications: who this is, and its commands, global and for one server. */
export function applicationRoutes(world: World): Hono {
  const app = new Hono();

  app.get('/@me', (context) =>
    context.json({ id: world.application, name: world.bot.username, description: '', bot: world.bot }),
  );

  for (const base of ['/:application/commands', '/:application/guilds/:guild/commands'] as const) {
    app.use(base, async (context, next) => {
      if (context.req.param('application') !== world.application) refuse('notFound');
      const guild = guildOf(context.req.param('guild'));
      if (guild !== '' && !world.guilds.get(guild)?.hasBot) refuse('missingAccess');
      await next();
    });
    app.get(base, (context) => context.json(world.commands.get(guildOf(context.req.param('guild'))) ?? []));
    app.put(base, async (context) => {
      const guild = guildOf(context.req.param('guild'));
      const made = parseForm(commandList, await context.req.json()).map((body) => keep(world, guild, body));
      world.commands.set(guild, made);
      world.journal.add({
        kind: 'commands registered',
        guild: guild === '' ? null : guild,
        names: made.map(({ name }) => name),
      });
      return context.json(made);
    });
    app.post(base, async (context) => {
      const guild = guildOf(context.req.param('guild'));
      const made = keep(world, guild, parseForm(command, await context.req.json()));
      const others = (world.commands.get(guild) ?? []).filter(({ name }) => name !== made.name);
      parseForm(commandList, [...others, made]);
      world.commands.set(guild, [...others, made]);
      return context.json(made, 201);
    });
  }
  return app;
}

const guildOf = (parameter: string | undefined): string => parameter ?? '';

/** A command as Discord gives it back: with its ids and every default spelled out. */
function keep(world: World, guild: string, body: CommandBody): APIApplicationCommand {
  const earlier = (world.commands.get(guild) ?? []).find(
    ({ name, type }) => name === body.name && type === body.type,
  );
  const common = {
    id: earlier?.id ?? world.id(),
    application_id: world.application,
    version: world.id(),
    default_member_permissions: body.default_member_permissions ?? null,
    nsfw: body.nsfw ?? false,
    name: body.name,
    name_localizations: null,
    description_localizations: null,
  };
  const scope =
    guild === ''
      ? {
          dm_permission: true,
          contexts: body.contexts ?? null,
          integration_types: body.integration_types ?? [0],
        }
      : { guild_id: guild };
  if (body.type !== ApplicationCommandType.ChatInput)
    return { ...common, ...scope, type: body.type, description: '' };
  return {
    ...common,
    ...scope,
    type: body.type,
    description: body.description,
    ...(body.options ? { options: body.options.map(echoed) } : {}),
  } as APIApplicationCommand;
}

/** Discord leaves out `required` and `autocomplete` where they are false. */
function echoed<Option extends object>(option: Option): Option {
  const entries = Object.entries(option).filter(
    ([key, value]) => value !== false || (key !== 'required' && key !== 'autocomplete'),
  );
  return Object.fromEntries(entries) as Option;
}
