import type { z } from 'zod';
import type { Form, Message, Visibility } from '../reply/index.ts';
import { type CommandDescription, type Completion, completionsOf, describeOptions } from './description.ts';
import { UserError } from './errors.ts';
import type { Invocation } from './invocation.ts';
import type { Services } from './services.ts';

/** Who may run a command: anyone, those whom a community lets edit its FAQ, or whom the platform counts as staff. */
export type Permission = 'everyone' | 'editors' | 'staff';

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

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** The same call written both ways: as somebody types it after the name, and as typed options. */
export interface Example {
  readonly text: string;
  readonly options: OptionValues;
}

interface LeafDefinition<Schema extends z.ZodObject> {
  readonly name: string;
  /** At most 100 characters: the limit of Discord's description. */
  readonly summary: string;
  /** The first key is `question` (free text) wherever a command takes one; every option has a `.describe()`. */
  readonly options: Schema;
  /** What a file beside the call may be, in at most 100 characters; left out where it takes none. */
  readonly file?: string;
  readonly examples: readonly Example[];
  readonly permission: Permission;
  /** Reads without I/O, within 20 ms, and throws a `UserError` for what the asker can mend. */
  readonly prepare: (options: z.infer<Schema>, invocation: Invocation, services: Services) => Task;
}

interface GroupDefinition {
  readonly name: string;
  readonly summary: string;
  readonly subcommands: readonly LeafCommand[];
}

/** A command that runs. */
export interface LeafCommand {
  readonly kind: 'leaf';
  readonly description: CommandDescription;
  readonly completions: ReadonlyMap<string, Completion>;
  readonly examples: readonly Example[];
  readonly permission: Permission;
  /** Parses the values by the command's schema; throws `UserError('bad-option')` naming the option. */
  readonly prepare: (
    values: Readonly<Record<string, unknown>>,
    invocation: Invocation,
    services: Services,
  ) => Task;
}

/** A command that only holds subcommands, as `/faq add` and `/faq show`. */
export interface GroupCommand {
  readonly kind: 'group';
  readonly description: CommandDescription;
  readonly subcommands: readonly LeafCommand[];
}

export type Command = LeafCommand | GroupCommand;

/**
 * One thing the bot can do. Discord's JSON, Slack's usage, the terminal's help and docs/commands.md are derived from
 * this one definition.
 */
export function defineCommand<Schema extends z.ZodObject>(definition: LeafDefinition<Schema>): LeafCommand;
export function defineCommand(definition: GroupDefinition): GroupCommand;
export function defineCommand<Schema extends z.ZodObject>(
  definition: LeafDefinition<Schema> | GroupDefinition,
): Command {
  return 'subcommands' in definition ? group(definition) : leaf(definition);
}

function group({ name, summary, subcommands }: GroupDefinition): GroupCommand {
  const description = {
    name,
    summary,
    options: [],
    subcommands: subcommands.map((command) => command.description),
    examples: subcommands.flatMap((command) =>
      command.description.examples.map(({ text }) => ({ text: `${command.description.name} ${text}` })),
    ),
    staffOnly: subcommands.every((command) => command.permission !== 'everyone'),
  };
  return { kind: 'group', description, subcommands };
}

function leaf<Schema extends z.ZodObject>(definition: LeafDefinition<Schema>): LeafCommand {
  const { name, summary, options, file, examples, permission, prepare } = definition;
  const description = {
    name,
    summary,
    options: describeOptions(options),
    subcommands: [],
    examples: examples.map(({ text }) => ({ text })),
    staffOnly: permission !== 'everyone',
    ...(file === undefined ? {} : { file }),
  };
  return {
    kind: 'leaf',
    description,
    completions: completionsOf(options),
    examples,
    permission,
    prepare: (values, invocation, services) => {
      const parsed = options.strict().safeParse(values);
      if (parsed.success) return prepare(options.parse(values), invocation, services);
      throw new UserError({
        code: 'bad-option',
        command: description,
        issue: firstIssue(parsed.error, values),
      });
    },
  };
}

function firstIssue(error: z.ZodError, values: Readonly<Record<string, unknown>>) {
  const issue = error.issues[0];
  const option = String(issue?.path[0] ?? (issue?.code === 'unrecognized_keys' ? issue.keys[0] : ''));
  return { option, value: String(values[option] ?? ''), problem: issue?.message ?? 'not understood' };
}
