import {
  type ChatInputCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import type { Invocation, Task } from '../../command/index.ts';
import type { Message, Visibility } from '../../reply/index.ts';
import { answer, show } from './answer.ts';
import { filledIn, modal } from './form.ts';
import type { House } from './house.ts';
import { fromInteraction, fromSlash } from './intake.ts';
import { formOffer, unknownButton } from './notes.ts';
import { type Place, replyPlace } from './place.ts';

/** A slash command: read, acknowledge, then work. */
export async function onSlash(interaction: ChatInputCommandInteraction, house: House): Promise<void> {
  const invocation = fromSlash(interaction);
  const task = house.dispatcher.prepare(invocation);
  if (task.kind === 'form') await interaction.showModal(modal(task.form));
  else await answerIn(interaction, task, invocation, house);
}

/** A form that somebody sent: what was filled in are the options of its command. */
export async function onForm(interaction: ModalSubmitInteraction, house: House): Promise<void> {
  const filled = filledIn(interaction);
  if (!filled) return await say(interaction, unknownButton, house);
  const invocation = fromInteraction(interaction, filled.command, filled.values);
  await answerIn(
    interaction,
    withoutForm(house.dispatcher.prepare(invocation), invocation),
    invocation,
    house,
  );
}

/** Acknowledges with the task's visibility, which then stays, works, and answers. */
export async function answerIn(
  interaction: RepliableInteraction,
  task: Extract<Task, { kind: 'answer' }>,
  invocation: Invocation,
  house: House,
  visibility: Visibility = task.visibility,
): Promise<void> {
  const place = await deferred(interaction, visibility, house);
  await answer(task, invocation, place, house);
}

/** Tells somebody something of this room's own, privately. */
export async function say(interaction: RepliableInteraction, message: Message, house: House): Promise<void> {
  const place = await deferred(interaction, 'private', house);
  await show(
    message,
    { command: 'note', user: interaction.user.id, community: interaction.guildId },
    place,
    house,
  );
}

/** Acknowledges an interaction; what is shown there later is its reply. */
export async function deferred(
  interaction: RepliableInteraction,
  visibility: Visibility,
  { trail }: House,
): Promise<Place> {
  await interaction.deferReply(visibility === 'private' ? { flags: MessageFlags.Ephemeral } : {});
  return replyPlace(interaction, visibility, trail);
}

/** Where no form can be opened (at a message, at a sent form), a button that opens it is offered instead. */
export function withoutForm(task: Task, { command, input }: Invocation): Extract<Task, { kind: 'answer' }> {
  if (task.kind === 'answer') return task;
  const options = input.kind === 'text' ? { question: input.text } : plainOptions(input.values);
  const offer = formOffer(task.form.title, { kind: 'ask', label: task.form.submit, command, options });
  return { kind: 'answer', visibility: 'private', work: () => offer };
}

function plainOptions(values: Readonly<Record<string, unknown>>): Record<string, string | number | boolean> {
  const options: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      options[name] = value;
  return options;
}
