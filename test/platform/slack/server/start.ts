import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { type Manifest, manifestFaults } from './app.ts';
import type { Losses, Transport } from './delivery.ts';
import { eventDelivery } from './event.ts';
import { type Installing, install } from './install.ts';
import type { OAuth } from './methods/method.ts';
import { createUser, type User } from './person.ts';
import { type Requests, sendRequests } from './requests.ts';
import { createOAuth, createSites } from './sites.ts';
import { type Sockets, serveSockets } from './sockets.ts';
import { type RateLimit, type Site, webApi } from './web-api.ts';
import { channelNamed, type Posted, person, secret, type Workspace } from './workspace.ts';

interface Options {
  /** The app to install: its scopes, events and commands are all that Slack then knows of it. */
  readonly manifest: Manifest;
  /** Whether the app is installed in the first workspace from the start, with a token that does not end. */
  readonly isInstalled?: boolean;
  /** Whether tokens that an installation brings have to be renewed. */
  readonly rotates?: boolean;
}

/** A workspace beside the first. */
export interface OtherWorkspace {
  readonly workspace: Workspace;
  readonly user: (name: string) => User;
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
  /** Answers the next calls of a method with 503. */
  readonly fail: (method: string, times: number) => void;
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
  readonly oauth: OAuth;
  /** Installs the app in a workspace, as its admin does in a browser. */
  readonly install: (how: Installing) => ReturnType<typeof install>;
  /** Removes the app: its tokens end, and it is told so. */
  readonly uninstall: (workspace: Workspace) => Promise<void>;
  readonly found: (domain: string) => OtherWorkspace;
  readonly stop: () => Promise<void>;
}

/** Starts a Slack; refuses a manifest that Slack would not take. */
export async function startSlackServer({
  manifest,
  isInstalled = true,
  rotates = false,
}: Options): Promise<SlackServer> {
  const faults = manifestFaults(manifest);
  if (faults.length > 0) throw new Error(`Slack refuses the manifest: ${faults.join('; ')}`);

  const appToken = `xapp-${secret()}`;
  const signingSecret = secret();
  const oauth = createOAuth(rotates);
  const limits: RateLimit[] = [];
  const losses: Losses = { left: 0 };
  let port = 0;
  let looks = 0;
  const base = () => `http://127.0.0.1:${port}`;
  const newSocket = () => sockets.newAddress();
  const sites = createSites({ manifest, base, newSocket, looksUntilReady: () => looks }, oauth);
  const [first] = sites.all;
  const { workspace } = first.slack;
  const botToken = oauth.newToken();
  if (isInstalled) first.slack.tokens.add(botToken);
  const { fetch } = webApi(sites.all, appToken, limits);
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (address) => {
      port = address.port;
      resolve(started as Server);
    });
  });
  const sockets = serveSockets(server, workspace, base, losses);
  const requests = sendRequests(workspace, signingSecret, losses);

  const transport: Transport = manifest.settings.socket_mode_enabled ? sockets : requests;
  const userOf = ({ slack, responseUrls }: Site, name: string) =>
    createUser(person(slack.workspace, name), {
      workspace: slack.workspace,
      manifest,
      transport,
      triggers: slack.triggers,
      responseUrls,
      base,
    });

  return {
    apiUrl: `${base()}/api/`,
    botToken,
    appToken,
    signingSecret,
    workspace,
    sockets,
    requests,
    oauth,
    user: (name) => userOf(first, name),
    subscribe: requests.verify,
    limit: (method, { retryAfter, times = 1 }) => {
      limits.push({ status: 429, path: pathOf(method), retryAfter, times });
    },
    fail: (method, times) => {
      limits.push({ status: 503, path: pathOf(method), retryAfter: 0, times });
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
      oauth.codes.set(code, {});
      return code;
    },
    install: (how) => install(how, oauth, `${base()}/oauth/v2/authorize`),
    uninstall: async (left) => {
      const site = sites.all.find(({ slack }) => slack.workspace === left);
      site?.slack.tokens.clear();
      const told = [
        { type: 'tokens_revoked', tokens: { oauth: [], bot: [left.bot.userId] } },
        { type: 'app_uninstalled' },
      ];
      await Promise.all(told.map((event) => transport.deliver(eventDelivery(left, event))));
    },
    found: (domain) => {
      const site = sites.found(domain);
      return { workspace: site.slack.workspace, user: (name) => userOf(site, name) };
    },
    stop: async () => {
      await sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const pathOf = (method: string) => (method.startsWith('/') ? method : `/api/${method}`);
