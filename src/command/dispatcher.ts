import type { Task } from './command.ts';
import type { Invocation } from './invocation.ts';

/** One offer of an autocomplete list. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What platforms hold of the house: they hand in an invocation and get a task, never an exception. */
export interface Dispatcher {
  /** Parse, permit, limit and read; without I/O. What goes wrong becomes a private answer that says so. */
  readonly prepare: (invocation: Invocation) => Task;
  /** At most 25 choices, best first, for what was typed so far into one option. */
  readonly complete: (command: string, option: string, typed: string) => readonly Choice[];
}
