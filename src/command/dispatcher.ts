import { randomUUID } from 'node:crypto';
import { StoreUnavailable } from '../faq/index.ts';
import type { Message } from '../reply/index.ts';
import { createAdmission } from './admission.ts';
import { type Caller, type Calling, createCalling } from './calling.ts';
import type { Command, LeafCommand, Task } from './command.ts';
import { type Choice, completeValue } from './complete.ts';
import type { CommandDescription } from './description.ts';
import { errorMessage, faultMessage, storeAwayMessage, UserError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import { nearestName } from './nearest-name.ts';
import type { Services } from './services.ts';
import { createTurnstile } from './turnstile.ts';
import { readTypedText } from './typed-text.ts';

export type { Choice } from './complete.ts';

/** What platforms hold of the house: they hand in an invocation and get a task, never an exception. */
export interface Dispatcher {
  /** Parse, permit, limit and read; without I/O. What goes wrong becomes a private answer that says so. */
  readonly prepare: (invocation: Invocation) => Task;
  /** To be told when a platform hears a command: those who ask are acknowledged before others are answered. */
  readonly heard: () => void;
  /** Settles when a question that was acknowledged unread may be read. */
  readonly turn: () => Promise<void>;
  /** At most 25 choices, best first, for what was typed so far into one option of `command` ("faq show"). */
  readonly complete: (
    command: string,
    option: string,
    typed: string,
    where: { readonly community: string | null },
  ) => Promise<readonly Choice[]>;
  /** Whom somebody may call to an answer that did not help. */
  readonly call: (caller: Caller) => Promise<Calling>;
}

/** What the dispatcher reports; never what somebody wrote. */
export interface FaultLog {
  readonly error: (
    facts: { readonly err: unknown; readonly fault: string; readonly command: string },
    message: string,
  ) => void;
}

interface DispatcherParts {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly log: FaultLog;
  /** How many questions one person may ask. */
  readonly questionsPerMinute?: number;
}

/** One dispatcher for all platforms, over the list of commands. */
export function createDispatcher({
  commands,
  services,
  log,
  questionsPerMinute = 20,
}: DispatcherParts): Dispatcher {
  const turnstile = createTurnstile();
  const admit = createAdmission(services, questionsPerMinute);
  const calling = createCalling(services);
  const { meter } = services;
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

  const failure = (
    error: unknown,
    { platform, command }: Pick<Invocation, 'platform' | 'command'>,
  ): Message => {
    if (error instanceof UserError) {
      if (error.problem.code === 'too-many-questions') meter.limited(platform);
      meter.error(platform, error.problem.code);
      return errorMessage(error.problem, platform);
    }
    if (error instanceof StoreUnavailable) {
      meter.error(platform, `store-${error.trouble}`);
      return storeAwayMessage(error.trouble);
    }
    const fault = randomUUID().slice(0, 8);
    meter.error(platform, 'fault');
    log.error({ err: error, fault, command }, 'a command failed');
    return faultMessage(fault);
  };

  const find = (invocation: Invocation): { command: LeafCommand; invocation: Invocation } => {
    const [name = '', given, ...fixed] = invocation.command.split(' ');
    const command = byName.get(name);
    if (!command) throw new UserError({ code: 'unknown-command', name, nearest: nearestDescription(name) });
    if (command.kind === 'leaf') return { command, invocation };
    const { subcommand, input } = takeSubcommand(given, invocation.input);
    const leaf = command.subcommands.find(({ description }) => description.name === subcommand);
    if (!leaf)
      throw new UserError({ code: 'unknown-subcommand', name: subcommand, command: command.description });
    const whole = { ...invocation, command: `${name} ${subcommand}` };
    return { command: leaf, invocation: { ...whole, input: withFixed(fixed.join(' '), leaf, input) } };
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
        admit(command, invocation);
        const task = command.prepare(valuesOf(command, invocation.input), invocation, services);
        if (task.kind === 'form') return task;
        return { ...task, work: () => guarded(invocation, () => turnstile.pass().then(task.work)) };
      } catch (error) {
        const message = failure(error, given);
        return { kind: 'answer', visibility: 'private', work: () => message };
      }
    },
    heard: turnstile.giveWay,
    turn: turnstile.pass,
    complete: async (command, option, typed, { community }) => {
      const [name = '', subcommand] = command.split(' ');
      const found = byName.get(name);
      const leaf =
        found?.kind === 'group'
          ? found.subcommands.find(({ description }) => description.name === subcommand)
          : found;
      const completion = leaf?.completions.get(option);
      if (!completion) return [];
      return completeValue(completion, typed, { commands: [...byName.keys()], community, services });
    },
    call: async (caller) => {
      try {
        return await calling(caller);
      } catch (error) {
        const { platform } = caller;
        return { kind: 'refused', message: failure(error, { platform, command: 'call' }) };
      }
    },
  };
}

function valuesOf(command: LeafCommand, input: Invocation['input']): Readonly<Record<string, unknown>> {
  return input.kind === 'options' ? input.values : readTypedText(input.text, command.description.options);
}

/** A form may name a command with options already set (`faq save entry=…`): they hold over what was filled in. */
function withFixed(fixed: string, command: LeafCommand, input: Invocation['input']): Invocation['input'] {
  if (fixed === '') return input;
  const values = { ...valuesOf(command, input), ...readTypedText(fixed, command.description.options) };
  return { kind: 'options', values };
}

/** Platforms with typed options name the subcommand; in typed text it is the first word. */
function takeSubcommand(given: string | undefined, input: Invocation['input']) {
  if (given !== undefined || input.kind === 'options') return { subcommand: given ?? '', input };
  const [word = '', ...rest] = input.text.trimStart().split(/(\s+)/);
  return { subcommand: word, input: { kind: 'text' as const, text: rest.join('').trimStart() } };
}
