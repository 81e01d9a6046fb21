import type { AppOptions, Logger } from '@slack/bolt';
import { HTTPReceiver, webApi } from '@slack/bolt';
import type { Communities } from '../../communities.ts';
import type { Log } from '../../log.ts';
import type { Accounts } from './accounts.ts';
import { clientOptions } from './client.ts';
import { overHttp } from './http.ts';
import { identify } from './identity.ts';
import type { Connection } from './incoming.ts';
import { type OAuthMode, oauthAccounts, oauthReceiver } from './oauth.ts';
import { overSocket } from './socket.ts';

/** How the events of one workspace come in. `host`: the address to listen on, every one unless given. */
export type TokenMode =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number; readonly host?: string };

/** The app in one workspace, by its token, or in many, by OAuth. */
export type Admission =
  | { readonly mode: TokenMode; readonly botToken: string }
  | { readonly mode: OAuthMode };

interface EntranceSetup {
  readonly apiUrl: string;
  /** The scopes of the manifest. */
  readonly scopes: readonly string[];
  readonly communities: Communities;
  readonly logger: Logger;
  readonly log: Log;
}

/** How events come in, and with which tokens they are answered. */
interface Entrance {
  readonly connection: Connection;
  readonly credentials: Pick<AppOptions, 'token' | 'botId' | 'botUserId'>;
  readonly accounts: Accounts;
}

/** Throws a `SlackStartError` where Slack refuses the token of the one workspace. */
export async function openEntrance(admission: Admission, setup: EntranceSetup): Promise<Entrance> {
  return 'botToken' in admission
    ? await forOne(admission.botToken, admission.mode, setup)
    : forMany(admission.mode, setup);
}

async function forOne(
  token: string,
  mode: TokenMode,
  { apiUrl, scopes, communities, logger, log }: EntranceSetup,
): Promise<Entrance> {
  const client = new webApi.WebClient(token, clientOptions(apiUrl, logger));
  const me = await identify(client);
  const missing = scopes.filter((scope) => me.scopes !== null && !me.scopes.includes(scope));
  if (missing.length > 0) log.warn({ missing }, 'the Slack app lacks scopes of its manifest');
  // A token that works says that the app is there, perhaps again: what was kept of the workspace stays.
  await communities.joined(me.team).catch((error: unknown) => {
    log.warn({ err: error }, 'could not note that the app is in its Slack workspace');
  });
  const account = { scopes: me.scopes, installer: null };
  return {
    connection: connectionFor(mode, apiUrl, logger, log),
    credentials: { token, botId: me.botId, botUserId: me.userId },
    accounts: { about: async () => account, client: async () => client },
  };
}

function connectionFor(mode: TokenMode, apiUrl: string, logger: Logger, log: Log): Connection {
  if (mode.kind === 'socket') return overSocket({ ...mode, apiUrl, logger, log });
  const { signingSecret, port, host } = mode;
  return overHttp(new HTTPReceiver({ signingSecret, port, logger }), port, host);
}

function forMany(mode: OAuthMode, setup: EntranceSetup): Entrance {
  const whole = { ...setup, ...mode };
  const receiver = oauthReceiver(whole);
  return {
    connection: overHttp(receiver, mode.port, mode.host),
    credentials: {},
    accounts: oauthAccounts(receiver, whole),
  };
}
