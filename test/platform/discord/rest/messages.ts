import { type APIMessage, ChannelType, MessageType, PermissionFlagsBits } from 'discord.js';
import { Hono } from 'hono';
import { messageBody } from '../schema/message.ts';
import { compose } from '../world/compose.ts';
import { mentionedUsers, pingsOf } from '../world/mentions.ts';
import { blankMessage, isEphemeral, post, remove, replace } from '../world/messages.ts';
import type { Channel, World } from '../world/world.ts';
import { need, visibleChannel } from './access.ts';
import { ApiError, refuse } from './api-error.ts';
import { readBody } from './body.ts';
import { formError, parseForm } from './form-error.ts';

/** /channels/:channel/messages, with the bot's token. */
export function messageRoutes(world: World): Hono {
  const app = new Hono();
  const byNonce = new Map<string, APIMessage>();

  app.post('/:channel/messages', async (context) => {
    const channel = visibleChannel(world, context.req.param('channel'));
    const { json, files } = await readBody(context);
    need(
      channel,
      channel.type === ChannelType.PublicThread
        ? PermissionFlagsBits.SendMessagesInThreads
        : PermissionFlagsBits.SendMessages,
    );
    if (files.size > 0) need(channel, PermissionFlagsBits.AttachFiles);
    const body = parseForm(messageBody, json);
    if (body.embeds?.length) need(channel, PermissionFlagsBits.EmbedLinks);
    const enforced = body.enforce_nonce ? body.nonce : undefined;
    const before = enforced === undefined ? undefined : byNonce.get(enforced);
    if (before) return context.json(before);
    const repliedTo = body.message_reference ? reference(channel, body.message_reference) : null;
    const message = compose(world, channel, blankMessage(world, channel), body, files);
    message.mentions = mentionedUsers(world, message.content);
    if (repliedTo) {
      message.type = MessageType.Reply;
      message.message_reference = { message_id: repliedTo.id, channel_id: channel.id };
    }
    if (enforced !== undefined) byNonce.set(enforced, message);
    post(world, channel, message, pingsOf(world, channel, body, repliedTo));
    return context.json({ ...message, ...(repliedTo ? { referenced_message: repliedTo } : {}) });
  });

  app.get('/:channel/messages/:id', (context) => {
    const channel = visibleChannel(world, context.req.param('channel'));
    need(channel, PermissionFlagsBits.ReadMessageHistory);
    return context.json(asRead(world, channel, shownMessage(channel, context.req.param('id'))));
  });

  app.patch('/:channel/messages/:id', async (context) => {
    const channel = visibleChannel(world, context.req.param('channel'));
    const { json, files } = await readBody(context);
    const before = shownMessage(channel, context.req.param('id'));
    if (before.author.id !== world.bot.id) refuse('notOwnMessage');
    const body = parseForm(messageBody, json);
    const message = {
      ...compose(world, channel, before, body, files),
      edited_timestamp: new Date(world.clock.now()).toISOString(),
    };
    replace(world, channel, message, pingsOf(world, channel, body, null));
    return context.json(message);
  });

  app.delete('/:channel/messages/:id', (context) => {
    const channel = visibleChannel(world, context.req.param('channel'));
    const message = shownMessage(channel, context.req.param('id'));
    if (message.author.id !== world.bot.id) need(channel, PermissionFlagsBits.ManageMessages);
    remove(world, channel, message);
    return context.body(null, 204);
  });

  return app;
}

function shownMessage(channel: Channel, id: string): APIMessage {
  const message = channel.messages.get(id);
  return message && !isEphemeral(message) ? message : refuse('unknownMessage');
}

/** Without MESSAGE_CONTENT a message's text is as hidden here as it is on the gateway. */
function asRead({ bot }: World, { guild }: Channel, message: APIMessage): APIMessage {
  const isOurs = message.author.id === bot.id || message.mentions.some(({ id }) => id === bot.id);
  if (guild === null || isOurs) return message;
  return { ...message, content: '', embeds: [], attachments: [], components: [] };
}

/** The message replied to; null where it is gone and the bot said that this does not matter. */
function reference(
  channel: Channel,
  { message_id, fail_if_not_exists }: { message_id: string; fail_if_not_exists?: boolean },
): APIMessage | null {
  if ((channel.permissions & PermissionFlagsBits.ReadMessageHistory) === 0n)
    throw new ApiError(403, 160_002, 'Cannot reply without permission to read message history');
  const found = channel.messages.get(message_id);
  if (found && !isEphemeral(found)) return found;
  if (fail_if_not_exists === false) return null;
  throw formError([
    {
      path: ['message_reference'],
      leaf: { code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' },
    },
  ]);
}
