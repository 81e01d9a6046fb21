import type { z } from 'zod';
import type { Form, Message, Visibility } from '../reply/index.ts';
import type { Invocation } from './invocation.ts';

/** Who may run a command: anyone, or the people a community lets edit its FAQ. */
export type Permission = 'everyone' | 'staff';

export type OptionsSchema = z.ZodObject;

/**
 * What a command decided after reading, before any work: a form to open, or an answer with its visibility settled
 * (a platform fixes both with its acknowledgement) and the work that makes it.
 */
export type Task =
  | { readonly kind: 'form'; readonly form: Form }
  | {
      readonly kind: 'answer';
      readonly visibility: Visibility;
      readonly work: () => Message | Promise<Message>;
    };

/** The same call written both ways: as somebody types it after the name, and as typed options. */
export interface Example {
  readonly text: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** One thing the bot can do. Everything that platforms, help and docs know of it is derived from this. */
export interface Command<Schema extends OptionsSchema = OptionsSchema> {
  readonly name: string;
  /** At most 100 characters: the limit of Discord's description. */
  readonly summary: string;
  /** The first key is `question` (free text) wherever a command takes one; every option has a `.describe()`. */
  readonly options: Schema;
  readonly examples: readonly Example[];
  readonly permission: Permission;
  /** Reads without I/O, within 20 ms, and throws a `UserError` for what the asker can mend. */
  readonly prepare: (options: z.infer<Schema>, invocation: Invocation) => Task;
}

/** Keeps the options' type between schema and `prepare`. */
export function defineCommand<Schema extends OptionsSchema>(command: Command<Schema>): Command<Schema> {
  return command;
}
