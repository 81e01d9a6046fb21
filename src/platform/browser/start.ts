import { setTimeout } from 'node:timers/promises';
import { type ServerType, serve } from '@hono/node-server';
import type { CommandDescription, Dispatcher } from '../../command/index.ts';
import type { Drawing } from '../../reply/index.ts';
import type { ActionKeeper } from '../keeper.ts';
import type { Log } from '../log.ts';
import { createUnderWay } from '../under-way.ts';
import { memoryAnswers } from './answers.ts';
import { isLoopback } from './guard.ts';
import { routes } from './routes.ts';

export interface BrowserSetup {
  /** 0 for any free port. */
  readonly port: number;
  /** The address to listen on; this machine alone unless given. */
  readonly host?: string;
  readonly commands: readonly CommandDescription[];
  readonly dispatcher: Dispatcher;
  readonly keeper: ActionKeeper;
  /** Makes a PNG of a drawing. */
  readonly rasterize: (drawing: Drawing) => Promise<Uint8Array>;
  readonly log: Log;
}

export interface Browser {
  readonly port: number;
  readonly connected: () => boolean;
  /** Takes no more questions, finishes those under way within 10 s, closes. */
  readonly stop: () => Promise<void>;
}

const lastWork = 10_000;
const lastBytes = 500;

/** Serves the playground. Rejects with the operating system's error when the port can't be used. */
export async function startBrowser(setup: BrowserSetup): Promise<Browser> {
  const { port, host = '127.0.0.1', log } = setup;
  const onLoopback = isLoopback(host);
  const underWay = createUnderWay();
  const app = routes({ ...setup, answers: memoryAnswers() }, onLoopback);
  const fetch = (request: Request): Promise<Response> => {
    const answering = Promise.resolve(app.fetch(request));
    underWay.track(answering.then(() => {}));
    return answering;
  };
  const { server, port: opened } = await listen(fetch, port, host);
  if (!onLoopback)
    log.warn(
      { host, port: opened },
      'the playground is open to other machines, and whoever reaches it is a moderator',
    );

  return {
    port: opened,
    connected: () => server.listening,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      const unfinished = await underWay.finish(lastWork);
      if (unfinished > 0) log.warn({ unfinished }, 'stopped with playground questions unanswered');
      // Browsers hold on to connections that have nothing more to say.
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      await Promise.race([closed, setTimeout(lastBytes, null, { ref: false })]);
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

function listen(
  fetch: (request: Request) => Promise<Response>,
  port: number,
  hostname: string,
): Promise<{ readonly server: ServerType; readonly port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname }, (info) => resolve({ server, port: info.port }));
    server.once('error', reject);
  });
}
