export { withoutNames } from './anonymous.ts';
export { type Draft, draftFields, readAliases, readTriggers } from './draft.ts';
export {
  type Change,
  type Content,
  changes,
  type Entry,
  limits,
  type Revision,
  type Stamp,
  type Usage,
} from './entry.ts';
export { createFaq, type Faq } from './faq.ts';
export type { GapGroup, Gaps } from './gaps.ts';
export type { FaqParts } from './house.ts';
export type { Live, LiveCheck } from './live.ts';
export type { LivePart } from './markdown/live-syntax.ts';
export { type Name, nameKey, namesOf } from './names.ts';
export type { EntryGroup } from './read.ts';
export { type Refusal, refusalSentences, type Saved } from './refusal.ts';
export type { EntryChoice } from './search/complete.ts';
export type { Hit, Match } from './search/entry-index.ts';
export {
  answersIn,
  defaultSettings,
  mayEdit,
  type Person,
  type Settings,
  settingsSchema,
} from './settings.ts';
export { createSettings, type SettingsSaved, type SettingsService } from './settings-service.ts';
export type { EntryUse, Stats } from './stats.ts';
export type {
  Committed,
  FaqStore,
  Gap,
  GapStore,
  SettingsStore,
  Signature,
  TrailLine,
  Write,
} from './store.ts';
export { type StoreTrouble, StoreUnavailable } from './store-unavailable.ts';
export type { ExchangeFormat, FileProblem } from './transfer/exchange.ts';
export { type Imported, type ImportReport, importLimits } from './transfer/transfer.ts';
export type { Target } from './write.ts';
