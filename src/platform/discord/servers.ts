import { type Client, Events, type Guild } from 'discord.js';
import type { Communities } from '../communities.ts';
import type { Log } from '../log.ts';
import type { UnderWay } from '../under-way.ts';
import { failureFacts } from './failure.ts';

/**
 * Follows which servers the bot is in: what is kept of one that removed it goes, and stays where it is back, also when
 * it came back while this process was down. Until the function that it returns is called.
 */
export function followServers(
  client: Client<true>,
  communities: Communities,
  log: Log,
  underWay: UnderWay,
): () => void {
  let isStopped = false;
  const told = async (change: 'left' | 'joined', { id }: Guild): Promise<void> => {
    try {
      await communities[change](id);
      log.info({ community: id }, `${change} a Discord server`);
    } catch (error) {
      log.error({ community: id, ...failureFacts(error) }, 'what is kept of a server could not be settled');
    }
  };
  const onLeave = (guild: Guild) => underWay.track(told('left', guild));
  const onJoin = (guild: Guild) => underWay.track(told('joined', guild));
  const joinAll = async () => {
    for (const id of client.guilds.cache.keys()) {
      if (isStopped) return;
      await communities.joined(id);
    }
  };
  client.on(Events.GuildDelete, onLeave);
  client.on(Events.GuildCreate, onJoin);
  underWay.track(
    joinAll().catch((error: unknown) => log.error(failureFacts(error), 'servers are not all known')),
  );
  return () => {
    isStopped = true;
    client.off(Events.GuildDelete, onLeave);
    client.off(Events.GuildCreate, onJoin);
  };
}
