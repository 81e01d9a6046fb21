import { type Context, Hono } from 'hono';
import { accountMethods } from './methods/accounts.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { fileMethods, takeUpload } from './methods/files.ts';
import type { Method, Slack } from './methods/method.ts';
import { oauthMethods } from './methods/oauth.ts';
import { viewMethods } from './methods/views.ts';
import { Refusal } from './refusal.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Json } from './workspace.ts';

const methods: ReadonlyMap<string, Method> = new Map<string, Method>(
  Object.entries({
    ...accountMethods,
    ...chatMethods,
    ...conversationMethods,
    ...fileMethods,
    ...oauthMethods,
    ...viewMethods,
  }),
);

/** A 429 that Slack will answer with, or a failure of its own: how often, and how long it asks to wait. */
export interface RateLimit {
  readonly status: 429 | 503;
  readonly path: string;
  readonly retryAfter: number;
  times: number;
}

/** The app in one workspace. */
export interface Site {
  readonly slack: Slack;
  readonly responseUrls: ResponseUrls;
}

/** The Web API, the upload addresses and the response URLs, as Slack serves them. */
export function webApi(
  sites: readonly [Site, ...Site[]],
  appToken: string,
  limits: readonly RateLimit[],
): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const limit = limits.find(({ path, times }) => times > 0 && context.req.path.startsWith(path));
    if (!limit) return next();
    limit.times--;
    if (limit.status === 503) return context.text('upstream connect error', 503);
    const error = { ok: false, error: 'ratelimited' };
    return context.json(error, 429, { 'retry-after': String(limit.retryAfter) });
  });

  app.post('/api/:method', async (context) => {
    const name = context.req.param('method');
    const args = await readArgs(context);
    const token = bearer(context, args);
    const { slack } = sites.find((site) => token !== null && site.slack.tokens.has(token)) ?? sites[0];
    const answer = call(name, args, token, slack, appToken);
    const error = answer.ok === true ? null : String(answer.error);
    slack.workspace.journal.add({ kind: 'call', method: name, args, error });
    return context.json(answer, 200, { 'x-oauth-scopes': slack.scopes.join(',') });
  });

  app.post('/upload/v1/:id', async (context) => {
    try {
      const id = context.req.param('id');
      const site = sites.find(({ slack }) => slack.workspace.files.has(id)) ?? sites[0];
      takeUpload(site.slack.workspace, id, await readFile(context));
      return context.text('OK');
    } catch {
      return context.text('upload failed', 500);
    }
  });

  // Without a good token Slack leads to its page to sign in.
  app.get('/files-pri/:id/:name', (context) => {
    const token = bearer(context, {});
    const site = sites.find(({ slack }) => token !== null && slack.tokens.has(token));
    const file = site?.slack.workspace.files.get(context.req.param('id'));
    if (!site?.slack.scopes.includes('files:read') || !file?.bytes) return context.redirect('/signin');
    site.slack.workspace.journal.add({ kind: 'downloaded', file: file.id });
    return context.body(new Uint8Array(file.bytes));
  });
  app.get('/signin', (context) => context.html('<h1>Sign in to your workspace</h1>'));

  app.post('/actions/*', async (context) => {
    try {
      const { path } = context.req;
      const site = sites.find(({ slack }) => path.includes(`/${slack.workspace.team.id}/`)) ?? sites[0];
      site.responseUrls.use(path, await context.req.json());
      return context.text('ok');
    } catch (error) {
      if (error instanceof Refusal) return context.json({ ok: false, error: error.code }, 404);
      throw error;
    }
  });
  return app;
}

function call(name: string, args: Json, token: string | null, slack: Slack, appToken: string): Json {
  try {
    const method = methods.get(name);
    if (!method) throw new Refusal('unknown_method');
    checkToken(method, token, slack, appToken);
    return { ok: true, ...method.run(args, slack) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.code, ...error.details };
    throw error;
  }
}

function checkToken(
  { token: kind, scope }: Method,
  token: string | null,
  slack: Slack,
  appToken: string,
): void {
  if (kind === 'none') return;
  if (token === null) throw new Refusal('not_authed');
  const isApps = token === appToken;
  if (!isApps && !slack.tokens.has(token)) throw new Refusal('invalid_auth');
  if (isApps !== (kind === 'app')) throw new Refusal('not_allowed_token_type');
  if (kind === 'bot' && scope !== null && !slack.scopes.includes(scope))
    throw new Refusal('missing_scope', { needed: scope, provided: slack.scopes.join(',') });
}

function bearer(context: Context, args: Json): string | null {
  const header = context.req.header('authorization');
  if (header?.startsWith('Bearer ')) return header.slice('Bearer '.length);
  return typeof args.token === 'string' ? args.token : null;
}

async function readArgs(context: Context): Promise<Json> {
  if (context.req.header('content-type')?.startsWith('application/json')) return context.req.json();
  return context.req.parseBody();
}

/** Raw bytes, or the first file of a multipart form. */
async function readFile(context: Context): Promise<Buffer> {
  if (!context.req.header('content-type')?.startsWith('multipart/form-data'))
    return Buffer.from(await context.req.arrayBuffer());
  const file = Object.values(await context.req.parseBody()).find((one) => one instanceof File);
  return file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
}
