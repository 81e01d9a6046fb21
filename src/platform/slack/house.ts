import type { CommandDescription, Dispatcher } from '../../command/index.ts';
import type { Drawing } from '../../reply/index.ts';
import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import type { PlatformState } from '../state.ts';
import type { Accounts } from './connection/accounts.ts';
import type { Client } from './connection/client.ts';
import type { Docket } from './inquiry/docket.ts';
import type { People } from './people/standing.ts';

/** What this room holds of the others: all it needs to answer. */
export interface House {
  readonly commands: readonly CommandDescription[];
  readonly dispatcher: Dispatcher;
  readonly state: PlatformState;
  readonly docket: Docket;
  readonly accounts: Accounts;
  readonly people: People;
  /** Where the Web API is: files come from its host too. */
  readonly apiUrl: string;
  /** A drawing as PNG. */
  readonly rasterize: (drawing: Drawing) => Promise<Uint8Array>;
  readonly log: Log;
  readonly meter: Meter;
}

/** The house, with the way to the workspace that an event came from. */
export interface Desk extends House {
  readonly client: Client;
}
