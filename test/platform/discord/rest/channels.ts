import { PermissionFlagsBits } from 'discord.js';
import { Hono } from 'hono';
import { z } from 'zod';
import { channelPayload } from '../gateway/ready.ts';
import { directMessage, openThread } from '../world/channels.ts';
import type { World } from '../world/world.ts';
import { need, visibleChannel } from './access.ts';
import { refuse } from './api-error.ts';
import { parseForm } from './form-error.ts';

const threadBody = z.object({ name: z.string().min(1).max(100), type: z.int().optional() });

/** /channels/:channel and what hangs on it besides messages: typing, threads, reactions. */
export function channelRoutes(world: World): Hono {
  const app = new Hono();

  app.get('/:channel', (context) =>
    context.json(channelPayload(visibleChannel(world, context.req.param('channel')))),
  );

  app.post('/:channel/typing', (context) => {
    const channel = visibleChannel(world, context.req.param('channel'));
    need(channel, PermissionFlagsBits.SendMessages);
    world.journal.add({ kind: 'typing', channel: channel.id });
    return context.body(null, 204);
  });

  app.post('/:channel/threads', async (context) => {
    const parent = visibleChannel(world, context.req.param('channel'));
    need(parent, PermissionFlagsBits.CreatePublicThreads);
    const { name } = parseForm(threadBody, await context.req.json());
    return context.json(channelPayload(openThread(world, parent, name, world.id())), 201);
  });

  app.post('/:channel/messages/:message/threads', async (context) => {
    const parent = visibleChannel(world, context.req.param('channel'));
    need(parent, PermissionFlagsBits.CreatePublicThreads);
    const message = parent.messages.get(context.req.param('message')) ?? refuse('unknownMessage');
    const { name } = parseForm(threadBody, await context.req.json());
    return context.json(channelPayload(openThread(world, parent, name, message.id)), 201);
  });

  app.on(['PUT', 'DELETE'], '/:channel/messages/:message/reactions/:emoji/@me', (context) => {
    const channel = visibleChannel(world, context.req.param('channel'));
    need(channel, PermissionFlagsBits.AddReactions | PermissionFlagsBits.ReadMessageHistory);
    const message = channel.messages.get(context.req.param('message')) ?? refuse('unknownMessage');
    const emoji = { id: null, name: context.req.param('emoji') };
    const others = (message.reactions ?? []).filter((each) => each.emoji.name !== emoji.name);
    const mine = {
      emoji,
      count: 1,
      count_details: { burst: 0, normal: 1 },
      me: true,
      me_burst: false,
      burst_colors: [],
    };
    message.reactions = context.req.method === 'PUT' ? [...others, mine] : others;
    return context.body(null, 204);
  });

  return app;
}

/** /users/:id and opening a direct message. */
export function userRoutes(world: World): Hono {
  const app = new Hono();
  app.get('/:id', (context) => {
    const id = context.req.param('id');
    if (id === '@me' || id === world.bot.id) return context.json(world.bot);
    return context.json((world.people.get(id) ?? refuse('unknownUser')).user);
  });
  app.post('/@me/channels', async (context) => {
    const { recipient_id } = parseForm(z.object({ recipient_id: z.string() }), await context.req.json());
    const person = world.people.get(recipient_id) ?? refuse('unknownUser');
    return context.json(channelPayload(directMessage(world, person)));
  });
  return app;
}
