import { Events, Status } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { CommandDescription, Dispatcher } from '../../command/index.ts';
import type { Drawing } from '../../reply/index.ts';
import type { Communities } from '../communities.ts';
import type { Log } from '../log.ts';
import { type Meter, unmetered } from '../meter.ts';
import type { PlatformState } from '../state.ts';
import { createUnderWay } from '../under-way.ts';
import { connect } from './connect.ts';
import { fileOrigins } from './files.ts';
import type { House } from './house.ts';
import { listen } from './listen.ts';
import { registerCommands } from './register.ts';
import { resume } from './resume.ts';
import { followServers } from './servers.ts';
import { createShowing } from './showing.ts';
import { createTrail } from './trail.ts';
import { createTurns } from './turns.ts';
import { handBack } from './unanswered.ts';

export interface DiscordSetup {
  readonly token: string;
  readonly apiUrl: string;
  /** Registers the commands in this one server, where they appear at once; null for everywhere. */
  readonly guildId: string | null;
  /** The shards that this process runs, out of `shardCount`; null for all of them. */
  readonly shards: readonly number[] | null;
  readonly shardCount: number | null;
  readonly commands: readonly CommandDescription[];
  readonly dispatcher: Dispatcher;
  /** Makes a PNG of a drawing. */
  readonly rasterize: (drawing: Drawing) => Promise<Uint8Array>;
  /** What outlives a restart and is shared between instances. */
  readonly state: PlatformState;
  readonly communities: Communities;
  readonly log: Log;
  readonly meter?: Meter;
}

export interface Discord {
  /** Whether every shard of this process hears events now. */
  readonly connected: () => boolean;
  /** Takes no more questions, finishes those under way within `longest` ms, hands the others back, logs out. */
  readonly stop: (longest?: number) => Promise<void>;
}

/** Leaves a second of the ten that a stop may take to hand back what is not finished. */
const lastWork = 9_000;

/** How often (ms) it looks for questions that another instance left unanswered. */
const rounds = 30_000;

/** Answers on Discord. Throws a `DiscordStartError` that names the variable to mend. */
export async function startDiscord(setup: DiscordSetup): Promise<Discord> {
  const { guildId, shards, commands, log } = setup;
  const underWay = createUnderWay();
  const { house, stopListening, stopFollowing } = await connect(setup, log, (client) => {
    const house: House = {
      meter: unmetered,
      ...setup,
      client,
      trail: createTrail(),
      turns: createTurns(),
      showing: createShowing(),
      open: new Set(),
      gone: new LRUCache({ max: 1_000 }),
      origins: fileOrigins(setup.apiUrl),
    };
    return {
      house,
      stopListening: listen(house, underWay),
      stopFollowing: followServers(client, setup.communities, log, underWay),
    };
  });
  const { client } = house;
  // One process registers for all shards.
  if (shards === null || shards.includes(0)) await registerCommands(client, commands, guildId, log);
  const round = setInterval(() => underWay.track(resume(house, underWay)), rounds);
  round.unref();
  await resume(house, underWay);

  return {
    connected: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    stop: async (longest = lastWork) => {
      stopListening();
      stopFollowing();
      clearInterval(round);
      await underWay.finish(longest);
      await handBack(house);
      // Logging out closes the sockets, which is not worth a line.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}
