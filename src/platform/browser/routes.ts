import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { answer } from './answer.ts';
import { ownName, strictHeaders } from './guard.ts';
import type { House } from './house.ts';
import { readAsking, tabName } from './intake.ts';
import { browserLimits } from './limits.ts';
import { welcome } from './ready.ts';

const page = join(import.meta.dirname, 'client');

/** What a question may take beside its files. */
const beside = 256 * 1024;

/** The page, and what it asks of the server. `onLoopback`: whether other machines are to be refused. */
export function routes(house: House, onLoopback: boolean): Hono {
  const app = new Hono();
  app.use(strictHeaders);
  if (onLoopback) app.use(ownName);
  app.use(csrf());

  app.get('/', serveStatic({ path: join(page, 'page.html'), onFound: withModules }));
  app.get('/:file{[a-z-]+\\.(?:js|css|svg)}', serveStatic({ root: page, onFound: unkept }));
  app.get('/welcome', (context) => context.json(welcome(house.commands)));
  app.get('/completions', (context) => complete(context, house));
  app.get('/pictures/:id/:index', (context) => picture(context, house));
  app.post('/answers', bodyLimit({ maxSize: browserLimits.requestBytes + beside }), (context) =>
    ask(context, house),
  );
  app.get('/answers/:id/faces', (context) => faces(context, house));
  app.delete('/answers/:id', (context) => {
    const tab = tabOf(context);
    if (tab !== null) house.answers.forget(context.req.param('id'), tab);
    return context.body(null, 204);
  });
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    house.log.error({ err: error, path: context.req.routePath }, 'a playground request failed');
    return context.text('That went wrong on my side.', 500);
  });
  return app;
}

/** Named beside the page, its modules arrive at once instead of one after the other as they import each other. */
const modules = readdirSync(page)
  .filter((name) => name.endsWith('.js'))
  .map((name) => `</${name}>; rel=modulepreload`);

function withModules(path: string, context: Context): void {
  unkept(path, context);
  context.header('Link', modules.join(', '));
}

/** The files belong to the running program: after an update the page must not come from a cache. */
function unkept(_: string, context: Context): void {
  context.header('Cache-Control', 'no-cache');
}

const tabOf = (context: Context): string | null =>
  tabName.safeParse(context.req.header('x-tab')).data ?? null;

async function ask(context: Context, house: House): Promise<Response> {
  const tab = tabOf(context);
  const received = tab === null ? null : readAsking(await context.req.formData());
  if (tab === null || received === null) return context.text('This is no question of the page.', 400);
  return context.json(await answer(received, tab, house));
}

async function complete(context: Context, { dispatcher }: House): Promise<Response> {
  const { command = '', option = '', typed = '' } = context.req.query();
  return context.json(await dispatcher.complete(command, option, typed, { community: 'playground' }));
}

async function faces(context: Context, house: House): Promise<Response> {
  const id = context.req.param('id') ?? '';
  const kept = house.answers.find(id);
  if (!kept || kept.tab !== tabOf(context)) return context.text('I no longer have this answer.', 404);
  // They bring the platforms' libraries with them, which a chat has no need of.
  const { facesOf } = await import('./faces/faces.ts');
  return context.json(await facesOf(id, kept, house));
}

/** A picture as PNG, or as SVG where the image library fails; its address never shows anything else. */
async function picture(context: Context, { answers, rasterize, log }: House): Promise<Response> {
  const { id = '', index = '' } = context.req.param();
  const drawing = answers.find(id)?.drawings[Number(index)];
  if (!drawing) return context.text('I no longer have this picture.', 404);
  context.header('Cache-Control', 'private, max-age=86400, immutable');
  try {
    const png = Uint8Array.from(await rasterize(drawing));
    return context.body(png, 200, { 'Content-Type': 'image/png' });
  } catch (error) {
    log.warn({ err: error }, 'a picture is served as SVG');
    return context.body(drawing.svg, 200, { 'Content-Type': 'image/svg+xml' });
  }
}
