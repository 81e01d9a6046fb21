import { type Context, Hono } from 'hono';
import { accountMethods } from './methods/accounts.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { fileMethods, takeUpload } from './methods/files.ts';
import type { Method, Slack } from './methods/method.ts';
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
    ...viewMethods,
  }),
);

/** A 429 that Slack will answer with: how often, and how long it asks to wait. */
export interface RateLimit {
  readonly path: string;
  readonly retryAfter: number;
  times: number;
}

export interface Tokens {
  readonly bot: string;
  readonly app: string;
}

/** The Web API, the upload addresses and the response URLs, as Slack serves them. */
export function webApi(
  slack: Slack,
  tokens: Tokens,
  responseUrls: ResponseUrls,
  limits: readonly RateLimit[],
): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const limit = limits.find(({ path, times }) => times > 0 && context.req.path.startsWith(path));
    if (!limit) return next();
    limit.times--;
    const error = { ok: false, error: 'ratelimited' };
    return context.json(error, 429, { 'retry-after': String(limit.retryAfter) });
  });

  app.post('/api/:method', async (context) => {
    const name = context.req.param('method');
    const args = await readArgs(context);
    const answer = call(name, args, bearer(context, args), slack, tokens);
    const error = answer.ok === true ? null : String(answer.error);
    slack.workspace.journal.add({ kind: 'call', method: name, args, error });
    return context.json(answer, 200, { 'x-oauth-scopes': slack.scopes.join(',') });
  });

  app.post('/upload/v1/:id', async (context) => {
    try {
      takeUpload(slack.workspace, context.req.param('id'), await readFile(context));
      return context.text('OK');
    } catch {
      return context.text('upload failed', 500);
    }
  });

  app.post('/actions/*', async (context) => {
    try {
      responseUrls.use(context.req.path, await context.req.json());
      return context.text('ok');
    } catch (error) {
      if (error instanceof Refusal) return context.json({ ok: false, error: error.code }, 404);
      throw error;
    }
  });
  return app;
}

function call(name: string, args: Json, token: string | null, slack: Slack, tokens: Tokens): Json {
  try {
    const method = methods.get(name);
    if (!method) throw new Refusal('unknown_method');
    checkToken(method, token, slack, tokens);
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
  tokens: Tokens,
): void {
  if (kind === 'none') return;
  if (token === null) throw new Refusal('not_authed');
  if (token !== tokens.bot && token !== tokens.app) throw new Refusal('invalid_auth');
  if (token !== tokens[kind]) throw new Refusal('not_allowed_token_type');
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
