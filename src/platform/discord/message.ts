import type { Message } from 'discord.js';
import { answer, apologise } from './answer.ts';
import { failureFacts } from './failure.ts';
import type { Heard } from './hear.ts';
import type { House } from './house.ts';
import { fromMessage } from './intake.ts';
import { chained, inWords, placeOf } from './links.ts';
import { answeredPlace, messagePlace } from './message-place.ts';
import { withoutForm } from './respond.ts';
import { startTyping } from './typing.ts';
import { untilAnswered } from './unanswered.ts';

/** Under which a message's question is kept until it is answered. */
export const messageKey = (message: string): string => `discord message ${message}`;

/** A question in a mention or a direct message, kept until it is answered. */
export async function onQuestion(message: Message, heard: Heard, house: House): Promise<void> {
  const question = { kind: 'message', channel: message.channelId, message: message.id };
  await untilAnswered(
    { id: messageKey(message.id), community: message.guildId, question },
    async () => undefined,
    () => answerMessage(message, heard, house),
    house,
  );
}

/**
 * Answers by a reply, or in place of the answer to what the message said before. A message cannot be private, so even
 * what is meant privately is said in the answer's place.
 */
export async function answerMessage(message: Message, heard: Heard, house: House): Promise<void> {
  const earlier = heard.earlier === null ? null : inWords(heard.earlier);
  const invocation = fromMessage(message, { text: heard.text, earlier }, house.origins);
  const asking = {
    ...invocation,
    answered: {
      channel: message.channelId,
      question: message.id,
      asker: message.author.id,
      community: message.guildId,
      text: chained(heard.earlier, heard.text),
    },
    again: {
      kind: 'ask',
      label: 'bring it back',
      command: invocation.command,
      options: { question: heard.text },
    },
  } as const;
  try {
    const before = await answersTo(message, house);
    const place = before.length > 0 ? answeredPlace(message, before, house) : messagePlace(message, house);
    const task = withoutForm(house.dispatcher.prepare(invocation), invocation);
    const typing = startTyping(message, house);
    // The sign must not arrive after the answer, or it would stay on.
    const work = async () => {
      try {
        return await task.work();
      } finally {
        await typing.stop();
      }
    };
    await answer({ ...task, work }, asking, place, house);
    house.meter.answered('discord', Date.now() - (message.editedTimestamp ?? message.createdTimestamp));
  } catch (error) {
    await apologise(error, { ...asking, answered: null }, () => messagePlace(message, house), house);
  }
}

/** The messages that answer a message to its own author. */
async function answersTo(message: Message, { state, log }: House): Promise<readonly string[]> {
  try {
    const all = await state.answers.byQuestion(placeOf(message.channelId), message.id);
    return all.filter(({ asker }) => asker === message.author.id).map(({ answer: id }) => id);
  } catch (error) {
    log.error(failureFacts(error), 'cannot tell whether a question was answered before');
    return [];
  }
}
