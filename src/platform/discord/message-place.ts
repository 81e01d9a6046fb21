import { type Message, RESTJSONErrorCodes } from 'discord.js';
import { discordLimits } from '../limits.ts';
import type { Page } from './components.ts';
import { refusalCode } from './failure.ts';
import type { House } from './house.ts';
import { unlink } from './links.ts';
import { edited, posted } from './payload.ts';
import { inTurn, type Place } from './place.ts';

/** A reply under somebody's message, in its channel or thread. */
export function messagePlace(message: Message, { trail, gone }: House): Place {
  let sent = 0;
  // Discord drops a second message with the same nonce: one that another instance sent, or that a retry repeats.
  const nonce = () => ({ nonce: `${message.id}-${sent++}`, enforceNonce: true });
  const { channel } = message;
  return {
    fileBytes: discordLimits.fileBytes,
    mayAttach: true,
    whispers: false,
    show: async ([first, ...others]) => {
      if (!first || gone.has(message.id)) return [];
      const shown = await message.reply({ ...posted(first), ...nonce(), failIfNotExists: false });
      if (!channel.isSendable()) return [shown.id];
      const more = await inTurn(others, trail.of(shown.id), (one) => {
        const sending = channel.send({ ...posted(one), ...nonce() });
        return { sending, takeBack: async () => (await sending).delete() };
      });
      return [shown.id, ...more];
    },
  };
}

/** In place of the messages that answered a question before it was edited. One that is gone stays so. */
export function answeredPlace(message: Message, before: readonly string[], house: House): Place {
  const [answer = '', ...rest] = before;
  const { channel } = message;
  return {
    fileBytes: discordLimits.fileBytes,
    mayAttach: true,
    whispers: false,
    show: async ([first, ...others]) => {
      if (!first || !channel.isSendable() || house.gone.has(message.id)) return [];
      if (!(await replaced(answer, first))) {
        await unlink(channel.id, before, house.state);
        return [];
      }
      await takeAway(channel.id, answer, rest, house);
      const more = await inTurn(others, house.trail.of(answer), (one) => {
        const sending = channel.send(posted(one));
        return { sending, takeBack: async () => (await sending).delete() };
      });
      return [answer, ...more];
    },
  };

  async function replaced(id: string, page: Page): Promise<boolean> {
    try {
      await channel.messages.edit(id, edited(page));
      return true;
    } catch (error) {
      if (refusalCode(error) === RESTJSONErrorCodes.UnknownMessage) return false;
      throw error;
    }
  }
}

/** Takes back the further messages of an answer, also those that an earlier process sent. */
export async function takeAway(
  channel: string,
  first: string,
  others: readonly string[],
  { client, trail, state }: House,
): Promise<void> {
  if (await trail.clear(first)) return await unlink(channel, others, state);
  const found = client.channels.cache.get(channel);
  if (found?.isTextBased()) await Promise.allSettled(others.map((id) => found.messages.delete(id)));
  await unlink(channel, others, state);
}
