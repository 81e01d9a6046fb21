import { ComponentType, InteractionResponseType, TextInputStyle } from 'discord.js';
import { z } from 'zod';
import { broken } from '../rest/form-error.ts';
import { messageBody } from './message.ts';

const input = z
  .object({
    type: z.literal(ComponentType.TextInput),
    custom_id: z.string().min(1).max(100),
    style: z.enum(TextInputStyle),
    label: z.string().max(45).exactOptional(),
    min_length: z.int().min(0).max(4000).exactOptional(),
    max_length: z.int().min(1).max(4000).exactOptional(),
    required: z.boolean().exactOptional(),
    value: z.string().max(4000).exactOptional(),
    placeholder: z.string().max(100).exactOptional(),
  })
  .superRefine((field, context) => {
    if (field.value && field.value.length > (field.max_length ?? 4000))
      context.addIssue(
        broken('BASE_TYPE_MAX_LENGTH', `Must be ${field.max_length} or fewer in length.`, ['value']),
      );
  });

const label = z.object({
  type: z.literal(ComponentType.Label),
  label: z.string().min(1).max(45),
  description: z.string().max(100).exactOptional(),
  component: input,
});

const modal = z
  .object({
    custom_id: z.string().min(1).max(100),
    title: z.string().min(1).max(45),
    components: z.array(label).min(1).max(5),
  })
  .superRefine(({ components }, context) => {
    const ids = components.map(({ component }) => component.custom_id);
    if (new Set(ids).size < ids.length)
      context.addIssue(
        broken('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', ['components']),
      );
  });

export type Modal = z.output<typeof modal>;

const choices = z.object({
  choices: z
    .array(z.object({ name: z.string().min(1).max(100), value: z.union([z.string().max(100), z.number()]) }))
    .max(25),
});

/** The body of an interaction callback, by its type. */
export const callbackBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal(InteractionResponseType.ChannelMessageWithSource), data: messageBody }),
  z.object({
    type: z.literal(InteractionResponseType.DeferredChannelMessageWithSource),
    data: z.object({ flags: z.int().exactOptional() }).exactOptional(),
  }),
  z.object({ type: z.literal(InteractionResponseType.DeferredMessageUpdate) }),
  z.object({ type: z.literal(InteractionResponseType.UpdateMessage), data: messageBody }),
  z.object({ type: z.literal(InteractionResponseType.ApplicationCommandAutocompleteResult), data: choices }),
  z.object({ type: z.literal(InteractionResponseType.Modal), data: modal }),
]);

export type CallbackBody = z.output<typeof callbackBody>;
