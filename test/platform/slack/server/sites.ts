import type { Manifest } from './app.ts';
import type { OAuth, Slack } from './methods/method.ts';
import { createResponseUrls } from './response-urls.ts';
import { createTriggers } from './triggers.ts';
import type { Site } from './web-api.ts';
import { createWorkspace, secret } from './workspace.ts';

interface Common {
  readonly manifest: Manifest;
  readonly base: () => string;
  readonly newSocket: () => string;
  readonly looksUntilReady: () => number;
}

/** The workspaces of one Slack, in which one app may be installed. */
export interface Sites {
  readonly all: readonly [Site, ...Site[]];
  /** Another workspace. */
  readonly found: (domain: string) => Site;
}

export function createSites(common: Common, oauth: OAuth): Sites {
  const make = (team?: { id: string; domain: string }): Site => {
    const workspace = createWorkspace(team);
    const slack: Slack = {
      workspace,
      triggers: createTriggers(workspace),
      scopes: common.manifest.oauth_config.scopes.bot,
      base: common.base,
      newSocket: common.newSocket,
      looksUntilReady: common.looksUntilReady,
      oauth,
      tokens: new Set(),
      site: (id) => all.find((one) => one.slack.workspace.team.id === id)?.slack ?? slack,
    };
    return { slack, responseUrls: createResponseUrls(workspace, common.base) };
  };
  const all: [Site, ...Site[]] = [make()];
  return {
    all,
    found: (domain) => {
      const site = make({ id: `T0TEAM000${all.length + 1}`, domain });
      all.push(site);
      return site;
    },
  };
}

export function createOAuth(rotates: boolean): OAuth {
  const refreshes = new Map<string, string>();
  return {
    clientId: '1.2',
    clientSecret: secret(),
    rotates,
    codes: new Map(),
    refreshes,
    newToken: () => `xoxb-${secret()}`,
    newRefresh: (team) => {
      const token = `xoxe-1-${secret()}`;
      refreshes.set(token, team);
      return token;
    },
  };
}
