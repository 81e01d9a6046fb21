import type { Faq, SettingsService } from '../faq/index.ts';

/** What commands work with besides the engine; handed in at start, kept by the store. */
export interface Services {
  readonly faq: Faq;
  readonly settings: SettingsService;
}
