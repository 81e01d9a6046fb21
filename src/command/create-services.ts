import { createFaq, createSettings, type FaqStore, type GapStore, type SettingsStore } from '../faq/index.ts';
import type { Command } from './command.ts';
import { createLive } from './live.ts';
import { type Meter, unmetered } from './meter.ts';
import type { Services } from './services.ts';
import type { Workbench } from './workbench.ts';

/** What keeps the FAQ and the settings. */
interface Stores {
  readonly faq: FaqStore;
  readonly gaps: GapStore;
  readonly settings: SettingsStore;
}

/** The FAQ and the settings over a store; live parts of entries are computed by the commands themselves. */
export function createServices(
  stores: Stores,
  commands: readonly Command[],
  workbench: Workbench,
  meter: Meter = unmetered,
): Services {
  const services: Services = {
    faq: createFaq({
      store: stores.faq,
      gaps: stores.gaps,
      settings: stores.settings,
      live: createLive(commands, () => services),
    }),
    settings: createSettings(stores.settings),
    workbench,
    meter,
  };
  return services;
}
