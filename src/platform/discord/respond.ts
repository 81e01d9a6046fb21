import {
  type ChatInputCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import type { Invocation, Task } from '../../command/index.ts';
import type { Action, Message, Visibility } from '../../reply/index.ts';
import { type Asking, answer, aside, show } from './answer.ts';
import { type AskedByInteraction, invocationOf } from './asked.ts';
import { filledIn, modal } from './form.ts';
import type { House } from './house.ts';
import { askedBy, slashCall } from './intake.ts';
import { interactionPlace } from './interaction-place.ts';
import { placeOf, textOf } from './links.ts';
import { formOffer, unknownButton } from './notes.ts';
import type { Place } from './place.ts';
import { untilAnswered } from './unanswered.ts';

type AnswerTask = Extract<Task, { kind: 'answer' }>;

/** A slash command: read, acknowledge, then work. */
export async function onSlash(interaction: ChatInputCommandInteraction, house: House): Promise<void> {
  const call = { ...slashCall(interaction), destination: reply('public') };
  const asked = askedBy(interaction, call);
  const task = house.dispatcher.prepare(invocationOf(asked, house.origins));
  if (task.kind === 'form') await interaction.showModal(modal(task.form));
  else await answerIn(interaction, task, { ...asked, destination: reply(task.visibility) }, house);
}

/** A form that somebody sent: what was filled in are the options of its command. */
export async function onForm(interaction: ModalSubmitInteraction, house: House): Promise<void> {
  const filled = filledIn(interaction);
  if (!filled) return await say(interaction, unknownButton, house);
  const asked = askedBy(interaction, { ...filled, destination: reply('public') });
  const invocation = invocationOf(asked, house.origins);
  const task = withoutForm(house.dispatcher.prepare(invocation), invocation);
  await answerIn(interaction, task, { ...asked, destination: reply(task.visibility) }, house);
}

export const reply = (visibility: Visibility) => ({ kind: 'reply', visibility }) as const;

/** Under which an interaction's question is kept until it is answered. */
const interactionKey = (id: string): string => `discord interaction ${id}`;

/** Acknowledges as the destination wants it, which then stays, works, and answers. */
export async function answerIn(
  interaction: RepliableInteraction,
  task: AnswerTask,
  asked: AskedByInteraction,
  house: House,
): Promise<void> {
  await untilAnswered(
    { id: interactionKey(asked.id), community: asked.community, question: asked },
    async () => {
      await acknowledge(interaction, asked.destination);
      house.meter.acknowledged('discord', Date.now() - asked.sentAt);
    },
    () => answerAsked(task, asked, house),
    house,
  );
}

/** Works and answers, by an interaction's plain data alone. */
export async function answerAsked(task: AnswerTask, asked: AskedByInteraction, house: House): Promise<void> {
  await answer(task, await askingOf(asked, house), interactionPlace(asked, house), house);
  house.meter.answered('discord', Date.now() - asked.sentAt);
}

async function acknowledge(
  interaction: RepliableInteraction,
  destination: AskedByInteraction['destination'],
): Promise<void> {
  if (destination.kind === 'pressed' && interaction.isMessageComponent())
    return void (await interaction.deferUpdate());
  const isPublic = destination.kind === 'reply' && destination.visibility === 'public';
  await interaction.deferReply(isPublic ? {} : { flags: MessageFlags.Ephemeral });
}

async function askingOf(asked: AskedByInteraction, { state }: House): Promise<Asking> {
  const { command, values, asker, channel, community, destination } = asked;
  const again: Action = { kind: 'ask', label: 'bring it back', command, options: values };
  const text = textOf({ command, input: { kind: 'options', values } });
  const pressed =
    destination.kind === 'pressed'
      ? await state.answers.byAnswer(placeOf(channel), destination.message).catch(() => null)
      : null;
  const question = pressed?.question ?? (destination.kind === 'menu' ? destination.message : asked.id);
  return {
    command,
    user: asker,
    community,
    answered: { channel, question, asker, community, text },
    again,
  };
}

/** Tells somebody something of this room's own, privately. */
export async function say(interaction: RepliableInteraction, message: Message, house: House): Promise<void> {
  const asking = aside(interaction.user.id, interaction.guildId);
  await show(message, asking, await privatePlace(interaction, house), house);
}

/** Acknowledges privately; what is shown there is the reply. */
export async function privatePlace(interaction: RepliableInteraction, house: House): Promise<Place> {
  const destination = reply('private');
  await acknowledge(interaction, destination);
  return interactionPlace(askedBy(interaction, { command: 'note', values: {}, destination }), house);
}

/** Where no form can be opened (at a message, at a sent form), a button that opens it is offered instead. */
export function withoutForm(task: Task, { command, input }: Invocation): AnswerTask {
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
