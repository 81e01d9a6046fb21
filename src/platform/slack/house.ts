import type { CommandDescription, Dispatcher } from '../../command/index.ts';
import type { Drawing } from '../../reply/index.ts';
import type { ActionKeeper } from '../keeper.ts';
import type { Log } from '../log.ts';
import type { Once } from '../once.ts';
import type { Client } from './connection/client.ts';

/** What this room holds of the others: all it needs to answer. */
export interface House {
  readonly commands: readonly CommandDescription[];
  readonly dispatcher: Dispatcher;
  readonly keeper: ActionKeeper;
  /** A drawing as PNG. */
  readonly rasterize: (drawing: Drawing) => Promise<Uint8Array>;
  readonly once: Once;
  readonly log: Log;
}

/** The house, with the way to the workspace that an event came from. */
export interface Desk extends House {
  readonly client: Client;
}
