import { z } from 'zod';

/** An option as platforms, help and docs see it: derived from the command's Zod schema. */
export interface OptionDescription {
  readonly name: string;
  readonly summary: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly required: boolean;
  /** A closed list of values; null when anything of the type goes. */
  readonly choices: readonly string[] | null;
  /** Whether the dispatcher's `complete` knows values for it. */
  readonly autocomplete: boolean;
  readonly maxLength: number | null;
}

/** A command as platforms, help and docs see it. A command with subcommands has no options of its own. */
export interface CommandDescription {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionDescription[];
  readonly subcommands: readonly CommandDescription[];
  readonly examples: readonly { readonly text: string }[];
  readonly staffOnly: boolean;
  /** What a file beside the call may be; left out where it takes none. */
  readonly file?: string;
}

/** What an option's `.meta({ complete })` names: the list that autocomplete offers. */
export const completions = ['layer', 'topic', 'command', 'faq-entry', 'faq-group'] as const;
export type Completion = (typeof completions)[number];

/** The part of Zod's JSON schema that an option may use; anything else is a mistake in a command file. */
const property = z.object({
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  description: z.string().max(100),
  enum: z.array(z.string()).optional(),
  maxLength: z.number().optional(),
  complete: z.enum(completions).optional(),
});

const objectSchema = z.object({
  properties: z.record(z.string(), property),
  required: z.array(z.string()).default([]),
});

/**
 * Reads a command's options off their Zod schema, in the order of its keys.
 * Throws a ZodError when a command file uses a type that the platforms have no option for.
 */
export function describeOptions(schema: z.ZodObject): readonly OptionDescription[] {
  const { properties, required } = objectSchema.parse(z.toJSONSchema(schema, { io: 'input' }));
  return Object.entries(properties).map(([name, option]) => ({
    name,
    summary: option.description,
    type: option.type,
    required: required.includes(name),
    choices: option.enum ?? null,
    autocomplete: option.complete !== undefined,
    maxLength: option.maxLength ?? null,
  }));
}

/** Which list completes each option of a schema. */
export function completionsOf(schema: z.ZodObject): ReadonlyMap<string, Completion> {
  const { properties } = objectSchema.parse(z.toJSONSchema(schema, { io: 'input' }));
  return new Map(
    Object.entries(properties).flatMap(([name, { complete }]) =>
      complete ? [[name, complete] as const] : [],
    ),
  );
}
