import { App, webApi } from '@slack/bolt';
import type { CommandDescription, Dispatcher } from '../../command/index.ts';
import type { Drawing } from '../../reply/index.ts';
import type { ActionKeeper } from '../keeper.ts';
import type { Log } from '../log.ts';
import { memoryOnce, type Once } from '../once.ts';
import { createUnderWay } from '../under-way.ts';
import { boltLogger } from './connection/bolt-log.ts';
import { clientOptions } from './connection/client.ts';
import { overHttp } from './connection/http.ts';
import { identify } from './connection/identity.ts';
import { overSocket } from './connection/socket.ts';
import { hearCommands } from './hearing/commands.ts';
import { hearMessages } from './hearing/messages.ts';
import { hearPresses } from './hearing/presses.ts';
import { hearSubmissions } from './hearing/submissions.ts';
import { scopes } from './manifest.ts';

/** How Slack's events come in. `host`: the address to listen on, every one unless given. */
type SlackMode =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number; readonly host?: string };

export interface SlackSetup {
  readonly mode: SlackMode;
  readonly botToken: string;
  readonly apiUrl: string;
  readonly commands: readonly CommandDescription[];
  readonly dispatcher: Dispatcher;
  readonly keeper: ActionKeeper;
  readonly rasterize: (drawing: Drawing) => Promise<Uint8Array>;
  /** Remembers what was handled; in this process unless a store is given. */
  readonly once?: Once;
  readonly log: Log;
}

export interface Slack {
  readonly connected: () => boolean;
  /** Where requests are taken; null over a socket. */
  readonly port: number | null;
  /** Takes no more questions, finishes those under way within 10 s, closes. */
  readonly stop: () => Promise<void>;
}

const lastWork = 10_000;

/** Answers a workspace's questions. Throws a `SlackStartError` that names the variable to mend. */
export async function startSlack(setup: SlackSetup): Promise<Slack> {
  const { mode, botToken, apiUrl, log } = setup;
  const logger = boltLogger(log);
  const options = clientOptions(apiUrl, logger);
  const me = await identify(new webApi.WebClient(botToken, options));
  const missing = Object.keys(scopes).filter((scope) => me.scopes !== null && !me.scopes.includes(scope));
  if (missing.length > 0) log.warn({ missing }, 'the Slack app lacks scopes of its manifest');

  const connection =
    mode.kind === 'socket' ? overSocket({ ...mode, apiUrl, logger, log }) : overHttp({ ...mode, logger });
  const app = new App({
    receiver: connection.receiver,
    token: botToken,
    botId: me.botId,
    botUserId: me.userId,
    clientOptions: options,
    logger,
    convoStore: false,
  });
  app.error(async (error) => log.error({ err: error }, 'a Slack event failed'));

  const house = { ...setup, once: setup.once ?? memoryOnce() };
  const underWay = createUnderWay();
  hearCommands(app, house, underWay);
  hearMessages(app, me.userId, house, underWay);
  hearPresses(app, house, underWay);
  hearSubmissions(app, house, underWay);
  await connection.open();

  const stop = async () => {
    await connection.close();
    const unfinished = await underWay.finish(lastWork);
    if (unfinished > 0) log.warn({ unfinished }, 'stopped with Slack questions unanswered');
  };
  let stopped: Promise<void> | null = null;
  return {
    connected: connection.isOpen,
    port: connection.port(),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
