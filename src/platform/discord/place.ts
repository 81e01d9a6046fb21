import type { Message, SendableChannels } from 'discord.js';
import type { Visibility } from '../../reply/index.ts';
import type { Page } from './components.ts';
import type { House } from './house.ts';
import type { TakeBack } from './trail.ts';

/** Where an answer is shown. */
export interface Place {
  /** Bytes that one file may have here. */
  readonly fileBytes: number;
  /** Whether files may be attached at all, as far as is known. */
  readonly mayAttach: boolean;
  /** Whether something can be shown here to one person alone. */
  readonly whispers: boolean;
  /** Gives the ids of the messages that everybody sees, in order. */
  readonly show: (pages: readonly Page[], visibility: Visibility) => Promise<readonly string[]>;
}

/** Sends one after the other; each can be taken back from the moment that it is on its way. */
export async function inTurn(
  pages: readonly Page[],
  others: TakeBack[],
  send: (one: Page) => { readonly sending: Promise<Message>; readonly takeBack: TakeBack },
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const one of pages) {
    const { sending, takeBack } = send(one);
    others.push(takeBack);
    ids.push((await sending).id);
  }
  return ids;
}

/** A channel or thread where the bot may write, as far as Discord tells; null for any other. */
export async function channelFor(id: string, { client }: House): Promise<SendableChannels | null> {
  const channel = client.channels.cache.get(id) ?? (await client.channels.fetch(id).catch(() => null));
  return channel?.isSendable() ? channel : null;
}
