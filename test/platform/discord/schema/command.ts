import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { z } from 'zod';
import { broken } from '../rest/form-error.ts';

const chatName = z
  .string()
  .min(1)
  .max(32)
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u)
  .refine((name) => name === name.toLowerCase(), 'Command name is invalid');
const description = z.string().min(1).max(100);

const basic = {
  name: chatName,
  description,
  required: z.boolean().exactOptional(),
};
const stringChoice = z.object({ name: z.string().min(1).max(100), value: z.string().max(100) });
const numberChoice = z.object({ name: z.string().min(1).max(100), value: z.number() });

const stringOption = z.object({
  type: z.literal(ApplicationCommandOptionType.String),
  ...basic,
  choices: z.array(stringChoice).max(25).exactOptional(),
  autocomplete: z.boolean().exactOptional(),
  min_length: z.int().min(0).max(6000).exactOptional(),
  max_length: z.int().min(1).max(6000).exactOptional(),
});
const numberOption = z.object({
  type: z.literal([ApplicationCommandOptionType.Integer, ApplicationCommandOptionType.Number]),
  ...basic,
  choices: z.array(numberChoice).max(25).exactOptional(),
  autocomplete: z.boolean().exactOptional(),
  min_value: z.number().exactOptional(),
  max_value: z.number().exactOptional(),
});
const plainOption = z.object({
  type: z.literal([
    ApplicationCommandOptionType.Boolean,
    ApplicationCommandOptionType.User,
    ApplicationCommandOptionType.Channel,
    ApplicationCommandOptionType.Role,
    ApplicationCommandOptionType.Mentionable,
    ApplicationCommandOptionType.Attachment,
  ]),
  ...basic,
});

const leaf = z.discriminatedUnion('type', [stringOption, numberOption, plainOption]);
const leaves = z.array(leaf).max(25).superRefine(checkOptions);

const subcommand = z.object({
  type: z.literal(ApplicationCommandOptionType.Subcommand),
  name: chatName,
  description,
  options: leaves.exactOptional(),
});

const options = z
  .array(z.discriminatedUnion('type', [stringOption, numberOption, plainOption, subcommand]))
  .max(25)
  .superRefine((all, context) => {
    const subcommands = all.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
    if (subcommands.length > 0 && subcommands.length < all.length)
      context.addIssue(
        broken(
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command and sub-command group option types are mutually exclusive to all other types',
        ),
      );
    checkOptions(all, context);
  });

const settings = {
  default_member_permissions: z.string().nullable().exactOptional(),
  nsfw: z.boolean().exactOptional(),
  integration_types: z.array(z.enum(ApplicationIntegrationType)).min(1).exactOptional(),
  contexts: z.array(z.enum(InteractionContextType)).min(1).nullable().exactOptional(),
};

const chatInput = z.object({
  type: z.literal(ApplicationCommandType.ChatInput),
  name: chatName,
  description,
  options: options.exactOptional(),
  ...settings,
});
const menu = z.object({
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
  name: z.string().min(1).max(32),
  description: z.literal('').exactOptional(),
  ...settings,
});

/** One command as posted; a body without a type is a chat command. */
export const command = z.preprocess(
  (body) =>
    typeof body === 'object' && body !== null ? { type: ApplicationCommandType.ChatInput, ...body } : body,
  z.discriminatedUnion('type', [menu, chatInput]).superRefine((value, context) => {
    if (characters(value) > 8000)
      context.addIssue(broken('APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)'));
  }),
);

/** The body of the bulk overwrite: all commands at once, within the counts for each type. */
export const commandList = z.array(command).superRefine((commands, context) => {
  const allowed = {
    [ApplicationCommandType.ChatInput]: 100,
    [ApplicationCommandType.User]: 15,
    [ApplicationCommandType.Message]: 15,
  };
  for (const type of [
    ApplicationCommandType.ChatInput,
    ApplicationCommandType.User,
    ApplicationCommandType.Message,
  ] as const) {
    const names = commands.filter((each) => each.type === type).map(({ name }) => name);
    if (names.length > allowed[type])
      context.addIssue(
        broken('APPLICATION_COMMAND_TOO_MANY', `Must be ${allowed[type]} or fewer in length.`),
      );
    if (new Set(names).size < names.length)
      context.addIssue(
        broken('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique'),
      );
  }
});

export type CommandBody = z.output<typeof command>;

/** Names, descriptions and choice values of the whole command, which together share 8,000 characters. */
function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + characters(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, each]) => {
    const counts = key === 'name' || key === 'description' || key === 'value';
    return sum + (counts && typeof each === 'string' ? each.length : characters(each));
  }, 0);
}

interface Option {
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly unknown[];
}

function checkOptions(all: readonly Option[], context: z.core.$RefinementCtx): void {
  all.forEach((option, index) => {
    if (option.required && all.slice(0, index).some((earlier) => !earlier.required))
      context.addIssue(
        broken(
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
          [index],
        ),
      );
    if (option.autocomplete && option.choices?.length)
      context.addIssue(
        broken('APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', 'Choices exclude autocomplete', [index]),
      );
  });
  if (new Set(all.map(({ name }) => name)).size < all.length)
    context.addIssue(
      broken('APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique within a command'),
    );
}
