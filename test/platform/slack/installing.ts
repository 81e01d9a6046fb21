import {
  type Installations,
  type Slack,
  slackManifest,
  startSlack,
} from '../../../src/platform/slack/index.ts';
import { type SlackServer, startSlackServer } from './index.ts';
import { commands, createHouse } from './setting.ts';

/** Lifeguard for many workspaces, on a Slack with none yet. */
export interface OpenHouse {
  readonly slack: SlackServer;
  readonly bot: Slack;
  readonly address: string;
  readonly tutor: ReturnType<typeof createHouse>['tutor'];
  readonly logged: ReturnType<typeof createHouse>['logged'];
  /** What is kept, by workspace. */
  readonly kept: Map<string, string>;
  readonly communities: string[];
  readonly stop: () => Promise<void>;
}

/** As the store keeps them: as text. */
function keptIn(kept: Map<string, string>): Installations {
  return {
    save: async (workspace, installation) => void kept.set(workspace, JSON.stringify(installation)),
    find: async (workspace) => JSON.parse(kept.get(workspace) ?? 'null'),
    remove: async (workspace) => void kept.delete(workspace),
  };
}

export async function openHouse(rotates = false): Promise<OpenHouse> {
  const url = 'http://127.0.0.1/slack/events';
  const manifest = slackManifest(commands, { kind: 'oauth', url });
  const slack = await startSlackServer({ manifest, isInstalled: false, rotates });
  const { tutor, logged, house } = createHouse();
  const kept = new Map<string, string>();
  const communities: string[] = [];
  const bot = await startSlack({
    ...house,
    apiUrl: slack.apiUrl,
    communities: {
      left: async (community) => {
        kept.delete(community);
        communities.push(`left ${community}`);
      },
      joined: async (community) => void communities.push(`joined ${community}`),
    },
    mode: {
      kind: 'oauth',
      clientId: slack.oauth.clientId,
      clientSecret: slack.oauth.clientSecret,
      stateSecret: 'a secret of this test',
      signingSecret: slack.signingSecret,
      port: 0,
      host: '127.0.0.1',
      installations: keptIn(kept),
    },
  });
  const address = `http://127.0.0.1:${bot.port}`;
  await slack.subscribe(`${address}/slack/events`);
  return {
    slack,
    bot,
    address,
    tutor,
    logged,
    kept,
    communities,
    stop: async () => {
      await bot.stop();
      await slack.stop();
    },
  };
}
