import { randomUUID } from 'node:crypto';
import type { Message } from '../reply/index.ts';
import type { Command, LeafCommand, Task } from './command.ts';
import { type Choice, completeValue } from './complete.ts';
import type { CommandDescription } from './description.ts';
import { errorMessage, faultMessage, UserError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { nearestName } from './nearest-name.ts';
import { readTypedText } from './typed-text.ts';

export type { Choice } from './complete.ts';

/** What platforms hold of the house: they hand in an invocation and get a task, never an exception. */
export interface Dispatcher {
  /** Parse, permit, limit and read; without I/O. What goes wrong becomes a private answer that says so. */
  readonly prepare: (invocation: Invocation) => Task;
  /** At most 25 choices, best first, for what was typed so far into one option of `command` ("faq show"). */
  readonly complete: (command: string, option: string, typed: string) => readonly Choice[];
}

/** What the dispatcher reports; never what somebody wrote. */
export interface FaultLog {
  readonly error: (
    facts: { readonly err: unknown; readonly fault: string; readonly command: string },
    message: string,
  ) => void;
}

/** One dispatcher for all platforms, over the list of commands. */
export function createDispatcher(commands: readonly Command[], log: FaultLog): Dispatcher {
  const byName = new Map(commands.map((command) => [command.description.name, command]));
  const descriptions = commands.map(({ description }) => description);

  const guarded = async (
    invocation: Invocation,
    work: () => Message | Promise<Message>,
  ): Promise<Message> => {
    try {
      return await work();
    } catch (error) {
      return failure(error, invocation);
    }
  };

  const failure = (error: unknown, invocation: Invocation): Message => {
    if (error instanceof UserError) return errorMessage(error.problem, invocation.platform);
    const fault = randomUUID().slice(0, 8);
    log.error({ err: error, fault, command: invocation.command }, 'a command failed');
    return faultMessage(fault);
  };

  const find = (invocation: Invocation): { command: LeafCommand; invocation: Invocation } => {
    const [name = '', given] = invocation.command.split(' ');
    const command = byName.get(name);
    if (!command) throw new UserError({ code: 'unknown-command', name, nearest: nearestDescription(name) });
    if (command.kind === 'leaf') return { command, invocation };
    const { subcommand, input } = takeSubcommand(given, invocation.input);
    const leaf = command.subcommands.find(({ description }) => description.name === subcommand);
    if (leaf)
      return { command: leaf, invocation: { ...invocation, command: `${name} ${subcommand}`, input } };
    throw new UserError({ code: 'unknown-subcommand', name: subcommand, command: command.description });
  };

  const nearestDescription = (name: string): CommandDescription => {
    const nearest = nearestName(name, [...byName.keys()]);
    const description = descriptions.find((candidate) => candidate.name === nearest) ?? descriptions[0];
    if (!description) throw new RangeError('a dispatcher needs at least one command');
    return description;
  };

  return {
    prepare: (given) => {
      try {
        const { command, invocation } = find(given);
        if (command.permission === 'staff' && !invocation.staff)
          throw new UserError({
            code: 'not-allowed',
            command: { ...command.description, name: invocation.command },
          });
        const task = command.prepare(valuesOf(command, invocation), invocation);
        if (task.kind === 'form') return task;
        return { ...task, work: () => guarded(invocation, task.work) };
      } catch (error) {
        const message = failure(error, given);
        return { kind: 'answer', visibility: 'private', work: () => message };
      }
    },
    complete: (command, option, typed) => {
      const [name = '', subcommand] = command.split(' ');
      const found = byName.get(name);
      const leaf =
        found?.kind === 'group'
          ? found.subcommands.find(({ description }) => description.name === subcommand)
          : found;
      const completion = leaf?.completions.get(option);
      return completion ? completeValue(completion, typed, [...byName.keys()]) : [];
    },
  };
}

function valuesOf(command: LeafCommand, { input }: Invocation): Readonly<Record<string, unknown>> {
  return input.kind === 'options' ? input.values : readTypedText(input.text, command.description.options);
}

/** Platforms with typed options name the subcommand; in typed text it is the first word. */
function takeSubcommand(given: string | undefined, input: Invocation['input']) {
  if (given !== undefined || input.kind === 'options') return { subcommand: given ?? '', input };
  const [word = '', ...rest] = input.text.trimStart().split(/(\s+)/);
  return { subcommand: word, input: { kind: 'text' as const, text: rest.join('').trimStart() } };
}
