import { PermissionFlagsBits } from 'discord.js';
import { commands } from '../../commands/index.ts';
import { createDispatcher, createServices, type Services } from '../../src/command/index.ts';
import { rasterize } from '../../src/picture/index.ts';
import { startDiscord } from '../../src/platform/discord/index.ts';
import { slackManifest, startSlack } from '../../src/platform/slack/index.ts';
import { platformState, type Store } from '../../src/store/index.ts';
import { answerAttachment, answerRequest } from '../../src/work/index.ts';
import type { User as DiscordUser } from './discord/driver/user.ts';
import { type DiscordServer, startDiscordServer } from './discord/server.ts';
import { type SlackServer, startSlackServer } from './slack/index.ts';
import type { User as SlackUser } from './slack/server/person.ts';

/** A Discord and a Slack with the whole bot in both, over one store; "tutor" is staff on either. */
export interface Chats {
  readonly discord: DiscordServer;
  readonly slack: SlackServer;
  readonly services: Services;
  readonly tutorOnDiscord: () => DiscordUser;
  readonly tutorOnSlack: () => SlackUser;
  /** Stops the bot and both servers; the store stays open. */
  readonly stop: () => Promise<void>;
}

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

export async function startChats(store: Store): Promise<Chats> {
  const descriptions = commands.map(({ description }) => description);
  const services = createServices(store, commands, { answerAttachment, answerRequest });
  const dispatcher = createDispatcher({ commands, services, log: quiet, questionsPerMinute: 1_000 });
  const discord = await startDiscordServer();
  const slack = await startSlackServer({ manifest: slackManifest(descriptions, { kind: 'socket' }) });
  const house = { commands: descriptions, dispatcher, rasterize, log: quiet, state: platformState(store) };
  const onDiscord = await startDiscord({
    ...house,
    token: discord.token,
    apiUrl: discord.apiUrl,
    guildId: null,
    shards: null,
    shardCount: null,
    communities: store.communities,
  });
  const onSlack = await startSlack({
    ...house,
    mode: { kind: 'socket', appToken: slack.appToken },
    botToken: slack.botToken,
    apiUrl: slack.apiUrl,
    staff: [slack.user('tutor').id],
    communities: store.communities,
  });
  return {
    discord,
    slack,
    services,
    tutorOnDiscord: () => discord.user('tutor', { permissions: PermissionFlagsBits.ManageGuild }),
    tutorOnSlack: () => slack.user('tutor'),
    stop: async () => {
      for (const stop of [onDiscord.stop, onSlack.stop, discord.stop, slack.stop]) await stop();
    },
  };
}
