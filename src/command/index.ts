export {
  type Command,
  defineCommand,
  type Example,
  type OptionsSchema,
  type Permission,
  type Task,
} from './command.ts';
export type { CommandDescription, OptionDescription } from './description.ts';
export type { Choice, Dispatcher } from './dispatcher.ts';
export type { Input, Invocation, Platform } from './invocation.ts';
