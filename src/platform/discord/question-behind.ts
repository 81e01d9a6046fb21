import { type Message, MessageType } from 'discord.js';
import { failureFacts } from './failure.ts';
import type { House } from './house.ts';
import { questionIn } from './intake.ts';
import { ownText, placeOf } from './links.ts';

/** A message by its ids. */
interface Named {
  readonly channel: string;
  readonly id: string;
}

/**
 * The question that a message answers: the one that the bot itself answers with it, or what it replies to, or what its
 * thread began with. Null where the bot has not seen it: Discord shows it only messages that mention it.
 */
export async function questionBehind(message: Message, house: House): Promise<string | null> {
  try {
    return (
      (await answeredBy({ channel: message.channelId, id: message.id }, house)) ??
      (await repliedTo(message, house)) ??
      (await threadStart(message, house))
    );
  } catch (error) {
    house.log.error(failureFacts(error), 'the question behind a message could not be read');
    return null;
  }
}

async function answeredBy({ channel, id }: Named, { state, showing }: House): Promise<string | null> {
  await showing.settled(channel);
  const answered = await state.answers.byAnswer(placeOf(channel), id);
  return answered && ownText(answered.text);
}

/** A question that the bot answered, or what it answers with a message of its own. */
async function askedIn(named: Named, house: House): Promise<string | null> {
  await house.showing.settled(named.channel);
  const [answered] = await house.state.answers.byQuestion(placeOf(named.channel), named.id);
  return answered ? ownText(answered.text) : answeredBy(named, house);
}

async function repliedTo(message: Message, house: House): Promise<string | null> {
  const { type, reference, channel, channelId } = message;
  if (type !== MessageType.Reply || !reference?.messageId || reference.channelId !== channelId) return null;
  const known = await askedIn({ channel: channelId, id: reference.messageId }, house);
  const replied = channel.messages.cache.get(reference.messageId);
  if (known !== null || !replied || replied.author.bot) return known;
  return (questionIn(replied, house.client.user.id) ?? replied.content) || null;
}

/** A thread that was opened at a message has that message's id. */
async function threadStart({ channel }: Message, house: House): Promise<string | null> {
  if (!channel.isThread() || channel.parentId === null) return null;
  return askedIn({ channel: channel.parentId, id: channel.id }, house);
}
