import { type Message, MessageType } from 'discord.js';
import type { AnswerMessage } from '../state.ts';
import { failureFacts } from './failure.ts';
import type { House } from './house.ts';
import { concerns, questionIn } from './intake.ts';
import { before, newestBefore, placeOf } from './links.ts';

/** What a message asks, and what it goes on from, as it is kept. */
export interface Heard {
  readonly text: string;
  readonly earlier: string | null;
}

/**
 * What a message asks the bot; null for what is not meant for it. A reply to an answer of the bot, with the ping on
 * and words of its own, goes on from that question; so does a question in a thread or a direct message where the same
 * person asked before. `kept` is the question as it was before an edit.
 */
export async function hear(
  message: Message,
  house: House,
  kept: string | null = null,
): Promise<Heard | null> {
  const bot = house.client.user.id;
  if (!concerns(message, bot)) return null;
  const text = questionIn(message, bot);
  const replied = await repliedAnswer(message, house);
  if (text === null) {
    const own = withoutQuotes(message.content);
    return replied && own !== '' ? { text: own, earlier: replied.text } : null;
  }
  if (kept !== null) return { text, earlier: before(kept) };
  return { text, earlier: replied?.text ?? (await newest(message, house)) };
}

async function repliedAnswer(
  message: Message,
  { state, showing, log }: House,
): Promise<AnswerMessage | null> {
  const { reference, type, channelId } = message;
  if (type !== MessageType.Reply || !reference?.messageId || reference.channelId !== channelId) return null;
  try {
    await showing.settled(channelId);
    return await state.answers.byAnswer(placeOf(channelId), reference.messageId);
  } catch (error) {
    log.error(failureFacts(error), 'the question before a follow-up could not be read');
    return null;
  }
}

async function newest(message: Message, { state, showing, log }: House): Promise<string | null> {
  const { channel, channelId, author, id } = message;
  if (!channel.isThread() && message.guildId !== null) return null;
  try {
    await showing.settled(channelId);
    return await newestBefore({ channel: channelId, asker: author.id, question: id }, state);
  } catch (error) {
    log.error(failureFacts(error), 'the question before a follow-up could not be read');
    return null;
  }
}

/** Somebody's own words: a line after ">" is quoted, and so is all that follows ">>>". */
const withoutQuotes = (content: string): string =>
  content
    .replace(/^>>> [\s\S]*/m, '')
    .replace(/^> .*$/gm, '')
    .trim();
