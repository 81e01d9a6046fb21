import { Client, Events, GatewayIntentBits, Options, Partials, type RESTOptions } from 'discord.js';
import type { Log } from '../log.ts';
import { failureFacts } from './failure.ts';
import { refusedToken, startError } from './start-error.ts';

export interface Connection {
  readonly token: string;
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string;
  /** The shards that this process runs, out of how many; null for as many as Discord advises. */
  readonly shards: readonly number[] | null;
  readonly shardCount: number | null;
}

/**
 * Logs in and begins at the very moment that every server is there: whatever follows at once is heard. No privileged
 * intent: Discord shows the text of messages that mention the bot, and of direct messages, which need the partial
 * channel. Edits and deletions are heard of messages that are kept nowhere, which need the partial message. Gives what
 * `begin` gives. Throws a `DiscordStartError`.
 */
export async function connect<Begun>(
  connection: Connection,
  log: Log,
  begin: (client: Client<true>) => Begun,
): Promise<Begun> {
  // Anything else cannot stand in a header, and the failure would name the header rather than the token.
  if (!/^[\w.-]+$/.test(connection.token)) throw refusedToken();
  const client = createClient(connection);
  reportTrouble(client, log);
  const begun = new Promise<Begun>((resolve) =>
    client.once(Events.ClientReady, (ready) => resolve(begin(ready))),
  );
  try {
    await client.login(connection.token);
  } catch (error) {
    throw startError(error);
  }
  // Until here the login's own error says it all.
  reportSockets(client, log);
  return await begun;
}

/** discord.js and Bolt bring two versions of undici, which share one global dispatcher; uploads fail between them. */
const plainFetch: RESTOptions['makeRequest'] = (
  url,
  { method = 'GET', headers = {}, body = null, signal = null },
) => fetch(url, { method, headers: new Headers(Object.entries(headers)), body, signal });

/** Rate limits are waited out up to this (ms); beyond it the asker hears that there is no answer. */
const longestWait = 60_000;

function createClient({ apiUrl, shards, shardCount }: Connection): Client {
  const own = ({ id }: { id: string }, client: Client) => id === client.user?.id;
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel, Partials.Message],
    rest: {
      api: apiUrl.replace(/\/+$/, ''),
      makeRequest: plainFetch,
      rejectOnRateLimit: ({ retryAfter }) => retryAfter > longestWait,
    },
    allowedMentions: { parse: [], repliedUser: false },
    // Nothing is read from these caches that the event at hand does not carry.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 100, keepOverLimit: (member) => own(member, member.client) },
      UserManager: { maxSize: 1_000, keepOverLimit: (user) => own(user, user.client) },
    }),
    ...(shards === null ? {} : { shards: [...shards] }),
    ...(shardCount === null ? {} : { shardCount }),
  });
}

function reportTrouble(client: Client, log: Log): void {
  client.on(Events.Error, (error) => log.error(failureFacts(error), 'discord.js failed'));
  client.on(Events.Warn, (words) => log.warn({ words }, 'discord.js warns'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting to Discord'));
}

/** discord.js reconnects and resumes by itself; what it says of that goes into the log. */
function reportSockets(client: Client, log: Log): void {
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed at Discord'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, ...failureFacts(error) }, 'a Discord socket failed'),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    log.error({ shard, code }, 'Discord closed the connection for good'),
  );
}
