import type { CommandDescription, Dispatcher } from '../../command/index.ts';
import type { Drawing } from '../../reply/index.ts';
import type { ActionKeeper } from '../keeper.ts';
import type { Log } from '../log.ts';
import type { Answers } from './answers.ts';

/** What every handler of this room works with. */
export interface House {
  readonly commands: readonly CommandDescription[];
  readonly dispatcher: Dispatcher;
  readonly keeper: ActionKeeper;
  /** A drawing as PNG. */
  readonly rasterize: (drawing: Drawing) => Promise<Uint8Array>;
  readonly answers: Answers;
  readonly log: Log;
}
