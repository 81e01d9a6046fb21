import { type APIMessage, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { Hono } from 'hono';
import { messageBody } from '../schema/message.ts';
import { compose } from '../world/compose.ts';
import { pingsOf } from '../world/mentions.ts';
import { blankMessage, post, remove, replace } from '../world/messages.ts';
import type { Interaction, World } from '../world/world.ts';
import { need } from './access.ts';
import { refuse } from './api-error.ts';
import { type PostedBody, readBody } from './body.ts';
import { parseForm } from './form-error.ts';

const fifteenMinutes = 15 * 60_000;
const followUpsOutsideServer = 5;

/** /webhooks/:application/:token: what follows the first answer, for fifteen minutes, without a bot token. */
export function webhookRoutes(world: World): Hono {
  const app = new Hono();

  const find = (application: string, token: string): Interaction => {
    if (application !== world.application) refuse('unknownWebhook');
    const interaction = world.interactions.get(token);
    if (!interaction || world.clock.now() - interaction.sentAt > fifteenMinutes)
      refuse('invalidWebhookToken');
    if (interaction.state === 'waiting') refuse('unknownWebhook');
    return interaction;
  };

  app.post('/:application/:token', async (context) => {
    const interaction = find(context.req.param('application'), context.req.param('token'));
    const posted = await readBody(context);
    // The first follow-up to a deferred answer fills that answer, with the visibility it was deferred with.
    if (interaction.state === 'deferred') return context.json(edit(interaction, '@original', posted));
    return context.json(followUp(interaction, posted));
  });

  app.get('/:application/:token/messages/:id', (context) => {
    const interaction = find(context.req.param('application'), context.req.param('token'));
    return context.json(own(interaction, context.req.param('id')));
  });

  app.patch('/:application/:token/messages/:id', async (context) => {
    const interaction = find(context.req.param('application'), context.req.param('token'));
    return context.json(edit(interaction, context.req.param('id'), await readBody(context)));
  });

  app.delete('/:application/:token/messages/:id', (context) => {
    const interaction = find(context.req.param('application'), context.req.param('token'));
    const message = own(interaction, context.req.param('id'));
    if (message.id === interaction.original) {
      interaction.state = 'answered';
      interaction.original = null;
    }
    remove(world, interaction.channel, message);
    return context.body(null, 204);
  });

  const edit = (interaction: Interaction, id: string, { json, files }: PostedBody): APIMessage => {
    const before = own(interaction, id);
    if (files.size > 0) need(interaction.channel, PermissionFlagsBits.AttachFiles);
    const body = parseForm(messageBody, json);
    const edited = {
      ...compose(world, interaction.channel, before, body, files),
      edited_timestamp: interaction.state === 'deferred' ? null : new Date(world.clock.now()).toISOString(),
    };
    if (before.id === interaction.original) interaction.state = 'answered';
    replace(world, interaction.channel, edited, pingsOf(world, interaction.channel, body, null));
    return edited;
  };

  const followUp = (interaction: Interaction, { json, files }: PostedBody): APIMessage => {
    const outside = interaction.channel.guild?.hasBot === false;
    if (outside && interaction.followUps >= followUpsOutsideServer) refuse('tooManyFollowUps');
    if (files.size > 0) need(interaction.channel, PermissionFlagsBits.AttachFiles);
    const body = parseForm(messageBody, json);
    const blank = {
      ...blankMessage(world, interaction.channel),
      flags: (body.flags ?? 0) & MessageFlags.Ephemeral,
    };
    const message = compose(world, interaction.channel, blank, body, files);
    interaction.followUps += 1;
    interaction.messages.add(message.id);
    post(world, interaction.channel, message, pingsOf(world, interaction.channel, body, null));
    world.journal.add({ kind: 'followed up', interaction: interaction.id, message });
    return message;
  };

  return app;
}

/** A message that this token made, or the one that its component sits on. */
function own(interaction: Interaction, id: string): APIMessage {
  const wanted = id === '@original' ? interaction.original : id;
  const known = wanted !== null && (wanted === interaction.original || interaction.messages.has(wanted));
  const message = known ? interaction.channel.messages.get(wanted) : undefined;
  return message ?? refuse('unknownMessage');
}
