import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { StoreUnavailable } from './faq/index.ts';
import type { PlatformState } from './platform/state.ts';
import { openStore, platformState, type Store } from './store/index.ts';

/** The store, open and kept tidy. */
export interface Keeping {
  readonly name: 'store';
  readonly store: Store;
  readonly state: PlatformState;
  readonly connected: () => Promise<boolean>;
  /** Does what the start would like to have done but can do without while the database is away. */
  readonly whenThere: (work: () => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const hour = 60 * 60 * 1_000;

/** Opens the store and deletes hourly what has been kept as long as it may. Rejects as `openStore` does. */
export async function openKeeping(
  { databaseUrl, secretKey }: Pick<Config, 'databaseUrl' | 'secretKey'>,
  log: Logger,
): Promise<Keeping> {
  const store = await openStore({ url: databaseUrl, secretKey, log });
  const whenThere = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      log.warn({ err: error }, 'the database is away');
    }
  };
  const tidy = async () => {
    const purged = await store.purge();
    if (Object.values(purged).some((count) => count > 0))
      log.info(purged, 'deleted what was kept long enough');
  };
  const tidying = setInterval(() => void whenThere(tidy), hour);
  tidying.unref();
  void whenThere(tidy);
  return {
    name: 'store',
    store,
    state: platformState(store),
    connected: store.healthy,
    whenThere,
    stop: async () => {
      clearInterval(tidying);
      await store.close();
    },
  };
}
