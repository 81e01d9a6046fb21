import { Events, Status } from 'discord.js';
import type { CommandDescription, Dispatcher } from '../../command/index.ts';
import type { Drawing } from '../../reply/index.ts';
import type { Log } from '../log.ts';
import type { PlatformState } from '../state.ts';
import { createUnderWay } from '../under-way.ts';
import { connect } from './connect.ts';
import { listen } from './listen.ts';
import { registerCommands } from './register.ts';
import { createTrail } from './trail.ts';

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
  readonly log: Log;
}

export interface Discord {
  /** Whether every shard of this process hears events now. */
  readonly connected: () => boolean;
  /** Takes no more questions, finishes those under way within 10 s, logs out. */
  readonly stop: () => Promise<void>;
}

const lastWork = 10_000;

/** Answers on Discord. Throws a `DiscordStartError` that names the variable to mend. */
export async function startDiscord(setup: DiscordSetup): Promise<Discord> {
  const { guildId, shards, commands, log } = setup;
  const client = await connect(setup, log);
  const underWay = createUnderWay();
  const house = { ...setup, client, trail: createTrail() };
  const stopListening = listen(house, underWay);
  // One process registers for all shards.
  if (shards === null || shards.includes(0)) await registerCommands(client, commands, guildId, log);

  return {
    connected: () => client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    stop: async () => {
      stopListening();
      const unfinished = await underWay.finish(lastWork);
      if (unfinished > 0) log.warn({ unfinished }, 'stopped with Discord questions unanswered');
      // Logging out closes the sockets, which is not worth a line.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}
