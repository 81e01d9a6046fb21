import type { Logger } from '@slack/bolt';
import { HTTPReceiver, webApi } from '@slack/bolt';
import type { Communities } from '../../communities.ts';
import type { Accounts } from './accounts.ts';
import { clientOptions } from './client.ts';
import { findInstallation, type Installations, installationStore } from './installations.ts';

/** Many workspaces: each is installed over OAuth, and its tokens are kept. */
export interface OAuthMode {
  readonly kind: 'oauth';
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the state that an installation carries through Slack. */
  readonly stateSecret: string;
  readonly signingSecret: string;
  readonly port: number;
  /** The address to listen on; every one unless given. */
  readonly host?: string;
  readonly installations: Installations;
}

export const installPath = '/slack/install';
export const redirectPath = '/slack/oauth_redirect';

interface OAuthSetup extends OAuthMode {
  readonly apiUrl: string;
  readonly scopes: readonly string[];
  readonly communities: Communities;
  readonly logger: Logger;
}

/** Signed requests, and the two pages of Bolt's installer: one leads to Slack, Slack leads back to the other. */
export function oauthReceiver(setup: OAuthSetup): HTTPReceiver {
  const { clientId, clientSecret, stateSecret, signingSecret, port, apiUrl, scopes, logger } = setup;
  return new HTTPReceiver({
    signingSecret,
    port,
    logger,
    clientId,
    clientSecret,
    stateSecret,
    scopes: [...scopes],
    installationStore: installationStore(setup.installations, setup.communities),
    installerOptions: {
      installPath,
      authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      clientOptions: clientOptions(apiUrl, logger),
    },
  });
}

/** The accounts behind a receiver's installer: tokens about to end are renewed before they are handed out. */
export function oauthAccounts(
  { installer }: HTTPReceiver,
  { apiUrl, installations, logger }: OAuthSetup,
): Accounts {
  return {
    about: async (team) => {
      const found = await findInstallation(team ?? '', installations);
      return { scopes: found?.bot.scopes ?? [], installer: found?.user.id ?? null };
    },
    client: async (team) => {
      const source = { teamId: team ?? '', enterpriseId: undefined, isEnterpriseInstall: false } as const;
      const authorized = await installer?.authorize(source);
      return new webApi.WebClient(authorized?.botToken, clientOptions(apiUrl, logger));
    },
  };
}
