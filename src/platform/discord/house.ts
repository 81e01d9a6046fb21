import type { Client } from 'discord.js';
import type { CommandDescription, Dispatcher } from '../../command/index.ts';
import type { Drawing } from '../../reply/index.ts';
import type { ActionKeeper } from '../keeper.ts';
import type { Log } from '../log.ts';
import type { Once } from '../once.ts';
import type { Trail } from './trail.ts';

/** What every handler of this room works with. */
export interface House {
  readonly client: Client<true>;
  readonly commands: readonly CommandDescription[];
  readonly dispatcher: Dispatcher;
  readonly keeper: ActionKeeper;
  readonly rasterize: (drawing: Drawing) => Promise<Uint8Array>;
  readonly once: Once;
  readonly trail: Trail;
  readonly log: Log;
}
