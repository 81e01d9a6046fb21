import type { Client } from 'discord.js';
import type { LRUCache } from 'lru-cache';
import type { CommandDescription, Dispatcher } from '../../command/index.ts';
import type { Drawing } from '../../reply/index.ts';
import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import type { PlatformState } from '../state.ts';
import type { Showing } from './showing.ts';
import type { Trail } from './trail.ts';
import type { Turns } from './turns.ts';

/** What every handler of this room works with. */
export interface House {
  readonly client: Client<true>;
  readonly commands: readonly CommandDescription[];
  readonly dispatcher: Dispatcher;
  readonly rasterize: (drawing: Drawing) => Promise<Uint8Array>;
  readonly state: PlatformState;
  readonly trail: Trail;
  readonly turns: Turns;
  readonly showing: Showing;
  /** Questions that this instance is answering. */
  readonly open: Set<string>;
  /** Messages that were deleted lately: nobody waits for an answer to them. */
  readonly gone: LRUCache<string, true>;
  /** Where files may be fetched from. */
  readonly origins: readonly string[];
  readonly log: Log;
  readonly meter: Meter;
}
