export {
  type Change,
  type Content,
  changes,
  contentSchema,
  type Entry,
  limits,
  type Revision,
  type Stamp,
  type Usage,
} from './entry.ts';
export { type Name, nameKey, namesOf } from './names.ts';
export {
  answersIn,
  defaultSettings,
  entriesAnswerIn,
  mayEdit,
  type Person,
  type Settings,
  settingsSchema,
} from './settings.ts';
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
