import { type ButtonInteraction, PermissionFlagsBits } from 'discord.js';
import type { Action } from '../../reply/index.ts';
import { answer } from './answer.ts';
import { modal } from './form.ts';
import type { House } from './house.ts';
import { fromInteraction } from './intake.ts';
import { notYours, unknownButton } from './notes.ts';
import { pressedPlace } from './place.ts';
import { answerIn, say } from './respond.ts';

/** A pressed button. Who may press it is decided now, not when it was shown; an id not ours is refused. */
export async function onPress(interaction: ButtonInteraction, house: House): Promise<void> {
  const kept = await house.state.actions.find(interaction.customId);
  if (!kept) return await say(interaction, unknownButton, house);
  const isAsker = kept.asker === interaction.user.id;
  if (kept.action.kind === 'delete') await remove(interaction, isAsker, house);
  else await askAgain(kept.action, interaction, isAsker, house);
}

/** The asker's press changes the answer; anybody else gets one of their own, privately. */
async function askAgain(
  { command, options }: Extract<Action, { kind: 'ask' }>,
  interaction: ButtonInteraction,
  isAsker: boolean,
  house: House,
): Promise<void> {
  const invocation = fromInteraction(interaction, command, options);
  const task = house.dispatcher.prepare(invocation);
  if (task.kind === 'form') await interaction.showModal(modal(task.form));
  else if (isAsker) {
    await interaction.deferUpdate();
    await answer(task, invocation, pressedPlace(interaction, house.trail), house);
  } else await answerIn(interaction, task, invocation, house, 'private');
}

async function remove(interaction: ButtonInteraction, isAsker: boolean, house: House): Promise<void> {
  const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (!isAsker && !mayManage) return await say(interaction, notYours, house);
  await interaction.deferUpdate();
  await house.trail.clear(interaction.message.id);
  await interaction.deleteReply();
}
