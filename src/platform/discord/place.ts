import type { ButtonInteraction, Message as Posted, RepliableInteraction } from 'discord.js';
import { MessageFlags } from 'discord.js';
import type { Visibility } from '../../reply/index.ts';
import { discordLimits } from '../limits.ts';
import { type Page, page } from './components.ts';
import { isTooLate } from './failure.ts';
import { lateNote } from './notes.ts';
import { edited, posted, whispered } from './payload.ts';
import type { TakeBack, Trail } from './trail.ts';

/** Where an answer is shown. */
export interface Place {
  /** Bytes that one file may have here. */
  readonly fileBytes: number;
  readonly show: (pages: readonly Page[], visibility: Visibility) => Promise<void>;
}

/**
 * The reply that `deferred` announced. Its visibility is settled: what turns out to be private after a public
 * acknowledgement takes that one back and follows it privately.
 */
export function replyPlace(interaction: RepliableInteraction, deferred: Visibility, trail: Trail): Place {
  return {
    fileBytes: interaction.attachmentSizeLimit,
    show: async (pages, visibility) => {
      const isPrivate = deferred === 'private' || visibility === 'private';
      try {
        if (isPrivate && deferred === 'public') {
          await interaction.deleteReply();
          await follow(interaction, pages, true);
          return;
        }
        await replace(interaction, pages, isPrivate, trail);
      } catch (error) {
        if (!isTooLate(error)) throw error;
        await showLate(interaction, isPrivate ? [] : pages, error);
      }
    },
  };
}

/** The message whose button was pressed by its asker; what is private there does not overwrite a public answer. */
export function pressedPlace(interaction: ButtonInteraction, trail: Trail): Place {
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  return {
    fileBytes: interaction.attachmentSizeLimit,
    show: async (pages, visibility) => {
      if (visibility === 'private' && !isPrivate) {
        await follow(interaction, pages, true);
        return;
      }
      await trail.clear(interaction.message.id);
      await replace(interaction, pages, isPrivate, trail);
    },
  };
}

/** A reply under somebody's message, in its channel or thread. */
export function messagePlace(message: Posted, trail: Trail): Place {
  let sent = 0;
  // Discord drops a second message with the same nonce: one that another instance sent, or that a retry repeats.
  const nonce = () => ({ nonce: `${message.id}-${sent++}`, enforceNonce: true });
  return {
    fileBytes: discordLimits.fileBytes,
    show: async ([first, ...others]) => {
      if (!first) return;
      const shown = await message.reply({ ...posted(first), ...nonce(), failIfNotExists: false });
      const { channel } = message;
      if (!channel.isSendable()) return;
      await inTurn(others, trail.of(shown.id), (one) => {
        const sending = channel.send({ ...posted(one), ...nonce() });
        return { sending, takeBack: async () => (await sending).delete() };
      });
    },
  };
}

async function replace(
  interaction: RepliableInteraction,
  [first, ...others]: readonly Page[],
  isPrivate: boolean,
  trail: Trail,
): Promise<void> {
  if (!first) return;
  const shown = await interaction.editReply(edited(first));
  await follow(interaction, others, isPrivate, trail.of(shown.id));
}

const follow = (
  interaction: RepliableInteraction,
  pages: readonly Page[],
  isPrivate: boolean,
  others: TakeBack[] = [],
): Promise<void> =>
  inTurn(pages, others, (one) => {
    const sending = interaction.followUp(isPrivate ? whispered(one) : posted(one));
    const takeBack = async () => {
      const message = await sending;
      // After fifteen minutes only the bot itself can still delete it, and only where others see it too.
      await interaction.deleteReply(message).catch(() => message.delete());
    };
    return { sending, takeBack };
  });

/** Sends one after the other; each can be taken back from the moment that it is on its way. */
async function inTurn(
  pages: readonly Page[],
  others: TakeBack[],
  send: (one: Page) => { readonly sending: Promise<unknown>; readonly takeBack: TakeBack },
): Promise<void> {
  for (const one of pages) {
    const { sending, takeBack } = send(one);
    others.push(takeBack);
    await sending;
  }
}

/** The interaction is over: the channel hears of it, and of a public answer all. */
async function showLate(
  { channel, user }: RepliableInteraction,
  pages: readonly Page[],
  error: unknown,
): Promise<void> {
  if (!channel?.isSendable()) throw error;
  const note = page([{ kind: 'text', text: lateNote(user.id, pages.length > 0), tight: false }]);
  for (const one of [note, ...pages]) await channel.send(posted(one));
}
