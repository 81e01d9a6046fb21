import { defaultSettings, type Faq, mayEdit, type Settings, type SettingsService } from '../faq/index.ts';
import type { Invocation } from './invocation.ts';
import type { Meter } from './meter.ts';
import type { Workbench } from './workbench.ts';

/** What commands work with besides the engine; handed in at start, kept by the store. */
export interface Services {
  readonly faq: Faq;
  readonly settings: SettingsService;
  readonly workbench: Workbench;
  readonly meter: Meter;
}

/** The settings in force where somebody asks, without waiting; the defaults in a direct message. */
export function settingsOf({ community }: Pick<Invocation, 'community'>, { settings }: Services): Settings {
  return community === null ? defaultSettings : settings.known(community);
}

/** Whether somebody may edit the entries of where they ask. */
export function isEditor(invocation: Invocation, services: Services): boolean {
  return invocation.community !== null && mayEdit(settingsOf(invocation, services), invocation);
}
