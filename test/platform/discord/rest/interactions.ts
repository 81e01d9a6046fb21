import {
  InteractionResponseType,
  MessageFlags,
  MessageType,
  type RESTPostAPIInteractionCallbackJSONBody,
} from 'discord.js';
import { Hono } from 'hono';
import { type CallbackBody, callbackBody } from '../schema/callback.ts';
import { compose } from '../world/compose.ts';
import { pingsOf } from '../world/mentions.ts';
import { blankMessage, post, replace } from '../world/messages.ts';
import type { Interaction, World } from '../world/world.ts';
import { refuse } from './api-error.ts';
import { type FormFile, readBody } from './body.ts';
import { formError, parseForm } from './form-error.ts';

const threeSeconds = 3_000;

const allowed: Record<Interaction['kind'], readonly InteractionResponseType[]> = {
  command: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.Modal,
  ],
  component: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
    InteractionResponseType.Modal,
  ],
  autocomplete: [InteractionResponseType.ApplicationCommandAutocompleteResult],
  modal: [
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
  ],
};

/** /interactions/:id/:token/callback: the one first answer, within three seconds, without a bot token. */
export function interactionRoutes(world: World): Hono {
  const app = new Hono();
  app.post('/:id/:token/callback', async (context) => {
    const interaction = world.interactions.get(context.req.param('token'));
    if (interaction?.id !== context.req.param('id')) return refuse('unknownInteraction');
    const { json, files } = await readBody(context);
    if (interaction.state !== 'waiting') refuse('acknowledgedTwice');
    if (world.clock.now() - interaction.sentAt > threeSeconds) refuse('unknownInteraction');
    const body = parseForm(callbackBody, json);
    if (!allowed[interaction.kind].includes(body.type))
      throw formError([
        {
          path: ['type'],
          leaf: { code: 'BASE_TYPE_CHOICES', message: 'Not a response to this interaction.' },
        },
      ]);
    answer(world, interaction, body, files);
    world.journal.add({
      kind: 'callback',
      interaction: interaction.id,
      // Parsed by the same rules; Zod's type of a button is coarser than the API's.
      body: body as RESTPostAPIInteractionCallbackJSONBody,
    });
    if (context.req.query('with_response') !== 'true') return context.body(null, 204);
    const message = interaction.original ? interaction.channel.messages.get(interaction.original) : undefined;
    return context.json({
      interaction: { id: interaction.id, type: 2, response_message_id: interaction.original },
      resource: { type: body.type, ...(message ? { message } : {}) },
    });
  });
  return app;
}

function answer(
  world: World,
  interaction: Interaction,
  body: CallbackBody,
  files: ReadonlyMap<string, FormFile>,
): void {
  const { channel } = interaction;
  switch (body.type) {
    case InteractionResponseType.ChannelMessageWithSource: {
      const blank = {
        ...blankMessage(world, channel),
        flags: (body.data.flags ?? 0) & MessageFlags.Ephemeral,
      };
      const message = compose(world, channel, blank, body.data, files);
      message.type = responseType(interaction);
      interaction.original = message.id;
      interaction.messages.add(message.id);
      interaction.state = 'answered';
      post(world, channel, message, pingsOf(world, channel, body.data, null));
      return;
    }
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const flags = MessageFlags.Loading | ((body.data?.flags ?? 0) & MessageFlags.Ephemeral);
      const message = { ...blankMessage(world, channel), type: responseType(interaction), flags };
      interaction.original = message.id;
      interaction.messages.add(message.id);
      interaction.state = 'deferred';
      post(world, channel, message, []);
      return;
    }
    case InteractionResponseType.DeferredMessageUpdate:
      interaction.original = interaction.source;
      interaction.state = 'answered';
      return;
    case InteractionResponseType.UpdateMessage: {
      const before = channel.messages.get(interaction.source ?? '') ?? refuse('unknownMessage');
      interaction.original = interaction.source;
      interaction.state = 'answered';
      const edited = compose(world, channel, before, body.data, files);
      replace(world, channel, edited, pingsOf(world, channel, body.data, null));
      return;
    }
    case InteractionResponseType.Modal:
      interaction.modal = body.data;
      interaction.state = 'answered';
      return;
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      interaction.state = 'answered';
      return;
  }
}

const responseType = (interaction: Interaction): MessageType =>
  interaction.kind === 'command' ? MessageType.ChatInputCommand : MessageType.Default;
