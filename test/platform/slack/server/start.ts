import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { type Manifest, manifestFaults } from './app.ts';
import type { Losses, Transport } from './delivery.ts';
import { createUser, type User } from './person.ts';
import { type Requests, sendRequests } from './requests.ts';
import { createResponseUrls } from './response-urls.ts';
import { type Sockets, serveSockets } from './sockets.ts';
import { createTriggers } from './triggers.ts';
import { type RateLimit, webApi } from './web-api.ts';
import { channelNamed, createWorkspace, type Posted, person, secret, type Workspace } from './workspace.ts';

interface Options {
  /** The app to install: its scopes, events and commands are all that Slack then knows of it. */
  readonly manifest: Manifest;
}

/** A Slack on loopback, with one workspace and one app in it. */
export interface SlackServer {
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly workspace: Workspace;
  readonly sockets: Sockets;
  readonly requests: Requests;
  readonly user: (name: string) => User;
  /** Sends deliveries to this address from now on, once it has passed the handshake. */
  readonly subscribe: (url: string) => Promise<void>;
  /** Answers the next calls of a method, or of response URLs (`/actions`), with 429. */
  readonly limit: (method: string, limit: { retryAfter: number; times?: number }) => void;
  /** Moves Slack's clock: triggers and response URLs grow old, retries fall due. */
  readonly advance: (milliseconds: number) => Promise<void>;
  /** The next acknowledgements get lost: Slack will deliver again. */
  readonly loseAcknowledgements: (times: number) => void;
  /** What everybody in a channel sees of the bot, oldest first. */
  readonly seenIn: (channel: string) => readonly Posted[];
  /** How many looks a new file needs until Slack knows what it is. */
  readonly slowFiles: (looks: number) => void;
  readonly removeBotFrom: (channel: string) => void;
  /** A code that an install would bring, for `oauth.v2.access`. */
  readonly grantCode: () => string;
  readonly oauth: { readonly clientId: string; readonly clientSecret: string };
  readonly stop: () => Promise<void>;
}

/** Starts a Slack; refuses a manifest that Slack would not take. */
export async function startSlackServer({ manifest }: Options): Promise<SlackServer> {
  const faults = manifestFaults(manifest);
  if (faults.length > 0) throw new Error(`Slack refuses the manifest: ${faults.join('; ')}`);

  const workspace = createWorkspace();
  const tokens = { bot: `xoxb-${secret()}`, app: `xapp-${secret()}` };
  const signingSecret = secret();
  const oauth = { clientId: '1.2', clientSecret: secret(), codes: new Set<string>() };
  const limits: RateLimit[] = [];
  const triggers = createTriggers(workspace);
  const losses: Losses = { left: 0 };
  let port = 0;
  let looks = 0;
  const base = () => `http://127.0.0.1:${port}`;
  const responseUrls = createResponseUrls(workspace, base);

  const slack = {
    workspace,
    triggers,
    scopes: manifest.oauth_config.scopes.bot,
    base,
    newSocket: () => sockets.newAddress(),
    oauth,
    botToken: tokens.bot,
    looksUntilReady: () => looks,
  };
  const { fetch } = webApi(slack, tokens, responseUrls, limits);
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (address) => {
      port = address.port;
      resolve(started as Server);
    });
  });
  const sockets = serveSockets(server, workspace, base, losses);
  const requests = sendRequests(workspace, signingSecret, losses);

  const transport: Transport = manifest.settings.socket_mode_enabled ? sockets : requests;
  const surroundings = { workspace, manifest, transport, triggers, responseUrls };

  return {
    apiUrl: `${base()}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret,
    workspace,
    sockets,
    requests,
    oauth,
    user: (name) => createUser(person(workspace, name), surroundings),
    subscribe: requests.verify,
    limit: (method, { retryAfter, times = 1 }) => {
      limits.push({ path: method.startsWith('/') ? method : `/api/${method}`, retryAfter, times });
    },
    advance: async (milliseconds) => {
      workspace.advance(milliseconds);
      await requests.retryDue();
    },
    loseAcknowledgements: (times) => {
      losses.left = times;
    },
    seenIn: (name) => {
      const { id } = channelNamed(workspace, name);
      return workspace.messages.filter(
        (one) =>
          one.channel === id &&
          one.user === workspace.bot.userId &&
          one.ephemeralTo === null &&
          !one.isDeleted,
      );
    },
    slowFiles: (more) => {
      looks = more;
    },
    removeBotFrom: (name) => void channelNamed(workspace, name).members.delete(workspace.bot.userId),
    grantCode: () => {
      const code = secret();
      oauth.codes.add(code);
      return code;
    },
    stop: async () => {
      await sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
