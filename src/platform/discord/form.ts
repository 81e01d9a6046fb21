import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Field, Form } from '../../reply/index.ts';
import { discordLimits } from '../limits.ts';
import { shortened } from './blocks.ts';

const prefix = 'form ';

/** A form as Discord's modal. Throws a RangeError for one with more fields than a modal has. */
export function modal({ title, command, fields }: Form): APIModalInteractionResponseCallbackData {
  if (fields.length > discordLimits.modalFields)
    throw new RangeError(`the form of ${command} has more than ${discordLimits.modalFields} fields`);
  return {
    custom_id: prefix + command,
    title: shortened(title, discordLimits.modalTitle),
    components: fields.map(label),
  };
}

function label({ name, label: text, multiline, required, value, maxLength }: Field): APILabelComponent {
  const longest = Math.min(maxLength, discordLimits.modalText);
  // A text too long for the field is not offered cut: its end would be lost unseen.
  const offered = value.length > longest ? { placeholder: tooLong(value.length) } : value && { value };
  return {
    type: ComponentType.Label,
    label: shortened(text, discordLimits.modalLabel),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: multiline ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required,
      max_length: longest,
      ...offered,
    },
  };
}

const tooLong = (length: number): string =>
  `What stood here has ${length} characters, too many for this form.`;

/** The command that a sent form belongs to and what was filled in; null for a form that is not ours. */
export function filledIn({ customId, fields }: ModalSubmitInteraction): {
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
} | null {
  if (!customId.startsWith(prefix)) return null;
  const values = [...fields.fields.values()].flatMap((field) =>
    field.type === ComponentType.TextInput && field.value !== ''
      ? [[field.customId, field.value] as const]
      : [],
  );
  return { command: customId.slice(prefix.length), values: Object.fromEntries(values) };
}
