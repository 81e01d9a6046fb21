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
  const message = data as APIMessage;
  if (message.author.id === bot || message.mentions.some(({ id }) => id === bot)) return data;
  return { ...message, content: '', embeds: [], attachments: [], components: [] };
}
