import type { Message } from 'discord.js';
import { failureFacts } from './failure.ts';
import type { House } from './house.ts';

/** Discord shows "is typing" for ten seconds at a time. */
const typingFor = 8_000;

/** Shows that an answer to a message is on its way. */
export function startTyping({ channel }: Message, { log }: House): { readonly stop: () => Promise<void> } {
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
