import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault } from '../faults.ts';
import type { World } from '../world/world.ts';
import { ApiError, refuse } from './api-error.ts';
import { applicationRoutes } from './applications.ts';
import { createBuckets } from './buckets.ts';
import { channelRoutes, userRoutes } from './channels.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { webhookRoutes } from './webhooks.ts';

/** The REST side, v10, with the bot's token wherever Discord wants it. */
export function restApp(world: World): Hono {
  const api = new Hono();
  const count = createBuckets(world.clock);

  api.use(async (context, next) => {
    const path = context.req.path.replace('/api/v10', '');
    const route = `${context.req.method} ${path}`;
    const fault = world.faults.take(route);
    if (fault) return faulty(context, fault);
    if (needsToken(path) && context.req.header('authorization') !== `Bot ${world.token}`)
      refuse('unauthorized');
    await next();
    count(context, route.replace(/\d{17,}(?=.*\/)/g, ':id'));
    return undefined;
  });
  api.use(async (context, next) => {
    await next();
    const path = context.req.path.replace('/api/v10', '');
    world.journal.add({ kind: 'request', method: context.req.method, path, status: context.res.status });
  });

  api.get('/gateway/bot', (context) =>
    context.json({
      url: world.origin().replace('http', 'ws'),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 14_400_000, max_concurrency: 1 },
    }),
  );
  api.route('/applications', applicationRoutes(world));
  api.route('/users', userRoutes(world));
  api.route('/channels', messageRoutes(world));
  api.route('/channels', channelRoutes(world));
  api.route('/interactions', interactionRoutes(world));
  api.route('/webhooks', webhookRoutes(world));
  api.notFound(() => refuse('notFound'));

  const app = new Hono();
  app.route('/api/v10', api);
  app.get('/attachments/:channel/:id/:name', (context) => {
    const upload = world.uploads.get(context.req.param('id')) ?? refuse('notFound');
    return context.body(upload.bytes, 200, { 'content-type': upload.contentType });
  });
  app.onError((error, context) => {
    if (error instanceof ApiError) return context.json(error.toBody(), statusOf(error.status));
    throw error;
  });
  return app;
}

function faulty(context: Context, fault: Fault['answer']): Response {
  switch (fault.kind) {
    case 'status':
      return context.json({ message: 'fault', code: 0 }, statusOf(fault.status));
    case 'limit': {
      const { retryAfter, global } = fault;
      context.header('Retry-After', String(Math.ceil(retryAfter)));
      context.header('X-RateLimit-Scope', global ? 'global' : 'user');
      if (global) context.header('X-RateLimit-Global', 'true');
      return context.json({ message: 'You are being rate limited.', retry_after: retryAfter, global }, 429);
    }
  }
}

/** Interaction and webhook routes carry their own token in the path. */
const needsToken = (path: string): boolean => !/^\/(?:interactions|webhooks)\//.test(path);

// Every status that reaches it has a body; Hono's type leaves out the few that may not.
const statusOf = (status: number): ContentfulStatusCode => status as ContentfulStatusCode;
