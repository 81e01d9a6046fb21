import { type ButtonInteraction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { Action } from '../../reply/index.ts';
import type { KeptAction } from '../keeper.ts';
import { aside, type Press, show } from './answer.ts';
import { invocationOf } from './asked.ts';
import { onCall } from './call.ts';
import { modal } from './form.ts';
import type { House } from './house.ts';
import { askedBy } from './intake.ts';
import { interactionPlace } from './interaction-place.ts';
import { placeOf, unlink } from './links.ts';
import { takeAway } from './message-place.ts';
import { deletedNote, notYours, notYoursToRestore, unknownButton } from './notes.ts';
import { answerIn, reply, say } from './respond.ts';

/** A pressed button. Who may press it is decided now, not when it was shown; an id not ours is refused. */
export async function onPress(interaction: ButtonInteraction, house: House): Promise<void> {
  const { press, id } = pressOf(interaction.customId);
  const kept = id === '' ? null : await house.state.actions.find(id);
  if (!kept || kept.community !== interaction.guildId) return await say(interaction, unknownButton, house);
  const { action, asker } = kept;
  if (press === 'call' && action.kind === 'call') return await onCall(asker, interaction, house);
  if (press === 'call' || action.kind !== 'ask') return await say(interaction, unknownButton, house);
  switch (press) {
    case 'press':
      return await askAgain(action, asker, interaction, house);
    case 'delete':
      return await remove(kept, action, interaction, house);
    case 'restore':
      return await restore(action, asker, interaction, house);
  }
}

const presses: readonly Press[] = ['press', 'delete', 'restore', 'call'];

function pressOf(customId: string): { readonly press: Press; readonly id: string } {
  const [first = '', id = ''] = customId.split(' ');
  const press = presses.find((one) => one === first);
  return press ? { press, id } : { press: 'press', id: '' };
}

type Ask = Extract<Action, { kind: 'ask' }>;

/**
 * A press of the asker or a moderator changes the answer, which stays the asker's, or sends one to the message it is
 * for; anybody else gets their own, privately.
 */
async function askAgain(
  { command, options, to }: Ask,
  asker: string,
  interaction: ButtonInteraction,
  house: House,
): Promise<void> {
  const { id: message, flags } = interaction.message;
  const isPrivate = flags.has(MessageFlags.Ephemeral);
  const owns = asker === interaction.user.id || (!isPrivate && may(interaction, moderators));
  const inPlace =
    to === undefined
      ? ({ kind: 'pressed', message, isPrivate } as const)
      : ({ kind: 'menu', message: to } as const);
  const whose = owns ? { asker, destination: inPlace } : { destination: reply('private') };
  const asked = askedBy(interaction, { command, values: { ...options }, ...whose });
  const task = house.dispatcher.prepare(invocationOf(asked, house.origins));
  if (task.kind === 'form') await interaction.showModal(modal(task.form));
  else await answerIn(interaction, task, asked, house);
}

/** The asker, moderators and staff take an answer away; whoever did is offered to undo it. */
async function remove(
  { asker, community }: KeptAction,
  again: Ask,
  interaction: ButtonInteraction,
  house: House,
): Promise<void> {
  const isAsker = asker === interaction.user.id;
  if (!isAsker && !may(interaction, moderators)) return await say(interaction, notYours, house);
  const { message, channelId } = interaction;
  await interaction.deferUpdate();
  await house.showing.settled(channelId);
  const link = await house.state.answers.byAnswer(placeOf(channelId), message.id);
  const all = link ? await house.state.answers.byQuestion(link.place, link.question) : [];
  const others = all.filter((one) => one.asker === asker && one.answer !== message.id);
  await takeAway(
    channelId,
    message.id,
    others.map(({ answer }) => answer),
    house,
  );
  await interaction.deleteReply();
  await unlink(channelId, [message.id], house.state);
  if (message.flags.has(MessageFlags.Ephemeral)) return;
  const asked = askedBy(interaction, { command: 'note', values: {}, destination: { kind: 'aside' } });
  const asking = { ...aside(asker, community), press: 'restore' } as const;
  await show(deletedNote(again), asking, interactionPlace(asked, house), house);
}

/** Answers again, for everybody to see; the answer is its first asker's, whoever brings it back. */
async function restore(
  { command, options }: Ask,
  asker: string,
  interaction: ButtonInteraction,
  house: House,
): Promise<void> {
  const isAsker = asker === interaction.user.id;
  if (!isAsker && !may(interaction, moderators)) return await say(interaction, notYoursToRestore, house);
  const asked = askedBy(interaction, {
    command,
    values: { ...options },
    asker,
    destination: reply('public'),
  });
  const task = house.dispatcher.prepare(invocationOf(asked, house.origins));
  if (task.kind === 'form') await interaction.showModal(modal(task.form));
  else await answerIn(interaction, task, { ...asked, destination: reply(task.visibility) }, house);
}

const moderators = [PermissionFlagsBits.ManageMessages, PermissionFlagsBits.ManageGuild];

const may = ({ memberPermissions }: ButtonInteraction, permissions: readonly bigint[]): boolean =>
  permissions.some((permission) => memberPermissions?.has(permission));
