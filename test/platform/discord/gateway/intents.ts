import { type APIMessage, GatewayIntentBits } from 'discord.js';
import type { Dispatch } from '../world/world.ts';

/** What an application must be granted before it may identify with them. */
export const privilegedIntents =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

export const knownIntents = Object.values(GatewayIntentBits).reduce<number>(
  (sum, bit) => (typeof bit === 'number' ? sum | bit : sum),
  0,
);

/**
 * The event as a session with these intents hears it; null when it does not. Without MESSAGE_CONTENT a message keeps
 * its text only in a direct message, by the bot itself, or where the bot is mentioned.
 */
export function heardWith(
  intents: number,
  bot: string,
  { event, data, guild, intent }: Dispatch,
): object | null {
  if (intent !== 0 && (intents & intent) === 0) return null;
  if (event !== 'MESSAGE_CREATE' && event !== 'MESSAGE_UPDATE') return data;
  if ((intents & GatewayIntentBits.MessageContent) !== 0 || guild === null) return data;
  return shownTo(bot, data as APIMessage);
}

/** A message of a server as it is shown to a bot without MESSAGE_CONTENT; what it replies to is shown no better. */
export function shownTo(bot: string, message: APIMessage): APIMessage {
  const { referenced_message: replied, ...own } = message;
  const open = own.author.id === bot || own.mentions.some(({ id }) => id === bot);
  return {
    ...own,
    ...(open ? {} : { content: '', embeds: [], attachments: [], components: [] }),
    ...(replied ? { referenced_message: shownTo(bot, replied) } : {}),
  };
}
