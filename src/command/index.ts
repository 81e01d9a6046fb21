export { askingTask, layerOptions, questionFile, questionOptions } from './asking.ts';
export { type Calling, callNotes, callWords, type Helper } from './calling.ts';
export { withClosingActions } from './closing-actions.ts';
export {
  type Command,
  defineCommand,
  type Example,
  type GroupCommand,
  type LeafCommand,
  type OptionValues,
  type Permission,
  type Task,
} from './command.ts';
export { createServices } from './create-services.ts';
export type { CommandDescription, OptionDescription } from './description.ts';
export { type Choice, createDispatcher, type Dispatcher, type FaultLog } from './dispatcher.ts';
export { entryActions } from './entry-actions.ts';
export { storeAwayMessage, UserError } from './errors.ts';
export { helpMessage } from './help.ts';
export type { AttachedFile, Input, Invocation, Platform } from './invocation.ts';
export { type MessageMenu, messageMenus } from './menus.ts';
export type { Meter } from './meter.ts';
export { type Services, settingsOf } from './services.ts';
export { callText, usageLines } from './usage.ts';
export type { AttachmentAnswer, AttachmentJob, Workbench } from './workbench.ts';
