import { type ButtonInteraction, MessageFlags, PermissionFlagsBits, type SendableChannels } from 'discord.js';
import { callNotes, callWords, type Helper } from '../../command/index.ts';
import type { Message } from '../../reply/index.ts';
import { aside, show } from './answer.ts';
import { failureFacts, refusalCode } from './failure.ts';
import type { House } from './house.ts';
import { channelFor } from './place.ts';
import { privatePlace, say } from './respond.ts';

/**
 * Calls a human to the answer whose button was pressed, once: a reply to the question mentions the role or person whom
 * staff have named as of now, and can ping nobody else. Whoever pressed hears privately what came of it.
 */
export async function onCall(asker: string, interaction: ButtonInteraction, house: House): Promise<void> {
  const { message, user, guildId: community } = interaction;
  if (asker !== user.id) return await say(interaction, callNotes.notYours, house);
  if (message.flags.has(MessageFlags.Ephemeral)) return await say(interaction, callNotes.unseen, house);
  const place = await privatePlace(interaction, house);
  const told = await call(interaction, house);
  await show(told, aside(user.id, community), place, house);
}

async function call(interaction: ButtonInteraction, house: House): Promise<Message> {
  const { message, user, guildId: community } = interaction;
  const { calls } = house.state;
  // An answer is a reply to the message that asked; one to a command shows the command itself.
  const question = message.reference?.messageId ?? message.id;
  const answer = `discord ${question}`;
  if (!(await calls.claim(answer))) return callNotes.calledBefore;
  const calling = await house.dispatcher.call({ platform: 'discord', community, user: user.id });
  const told =
    calling.kind === 'refused' ? calling.message : await post(calling.helper, question, interaction, house);
  if (told !== callNotes.called) await calls.release(answer);
  return told;
}

async function post(
  helper: Helper,
  question: string,
  interaction: ButtonInteraction,
  house: House,
): Promise<Message> {
  const channel = await channelFor(interaction.channelId, house);
  if (!channel || !mayMention(helper, interaction)) {
    house.log.warn({ helper, channel: interaction.channelId }, 'may not mention whom staff want called');
    return callNotes.impossible;
  }
  try {
    await channel.send(callFor(helper, question, interaction.guildId, channel));
    return callNotes.called;
  } catch (error) {
    house.log.warn({ helper, ...failureFacts(error) }, 'could not call a human');
    if (refusalCode(error) === null) throw error;
    return callNotes.impossible;
  }
}

function callFor(helper: Helper, question: string, guild: string | null, channel: SendableChannels) {
  const isRole = helper.kind === 'role';
  const link = `https://discord.com/channels/${guild}/${channel.id}/${question}`;
  return {
    content: `<@${isRole ? '&' : ''}${helper.id}>: ${callWords} ${link}`,
    allowedMentions: { parse: [], repliedUser: false, [isRole ? 'roles' : 'users']: [helper.id] },
    reply: { messageReference: question, failIfNotExists: false },
    flags: MessageFlags.SuppressEmbeds as const,
    nonce: `call-${question}`,
    enforceNonce: true,
  };
}

/** Discord shows a role that may not be mentioned and pings nobody; everybody is none to be called. */
function mayMention({ kind, id }: Helper, { guild, guildId, appPermissions }: ButtonInteraction): boolean {
  if (kind === 'user') return true;
  const role = guild?.roles.cache.get(id);
  if (!role || id === guildId) return false;
  return role.mentionable || appPermissions.has(PermissionFlagsBits.MentionEveryone);
}
