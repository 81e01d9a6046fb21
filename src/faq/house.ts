import type { Live } from './live.ts';
import type { FreshIndex } from './search/fresh-index.ts';
import type { FaqStore, GapStore, SettingsStore } from './store.ts';

/** What the FAQ is made with. */
export interface FaqParts {
  readonly store: FaqStore;
  readonly gaps: GapStore;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly live: Live;
  readonly now?: () => Date;
}

/** What every operation has at hand. */
export interface House extends Required<FaqParts> {
  readonly index: FreshIndex;
}
