import type { Message } from 'discord.js';
import { answer } from './answer.ts';
import { failureFacts } from './failure.ts';
import type { House } from './house.ts';
import { fromMessage } from './intake.ts';
import { messagePlace } from './place.ts';
import { withoutForm } from './respond.ts';

/** Discord shows "is typing" for ten seconds at a time. */
const typingFor = 8_000;

/**
 * A question in a mention or a direct message, answered by a reply. A message cannot be private, so even what is
 * meant privately is said in the answer's place.
 */
export async function onQuestion(message: Message, text: string, house: House): Promise<void> {
  const invocation = fromMessage(message, text);
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
  await answer({ ...task, work }, invocation, messagePlace(message, house.trail), house);
}

function startTyping({ channel }: Message, { log }: House): { readonly stop: () => Promise<void> } {
  const type = async () => {
    try {
      if (channel.isSendable()) await channel.sendTyping();
    } catch (error) {
      log.info(failureFacts(error), 'could not show that an answer is on its way');
    }
  };
  let last = type();
  const timer = setInterval(() => {
    last = type();
  }, typingFor);
  return {
    stop: () => {
      clearInterval(timer);
      return last;
    },
  };
}
