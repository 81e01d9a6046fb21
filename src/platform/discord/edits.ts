import type { Message, PartialMessage } from 'discord.js';
import { failureFacts } from './failure.ts';
import { hear } from './hear.ts';
import type { House } from './house.ts';
import { concerns } from './intake.ts';
import { ownText, placeOf, unlink } from './links.ts';
import { onQuestion } from './message.ts';
import { takeAway } from './message-place.ts';
import { isNew } from './once.ts';

/** An edit that asks for the first time is heard this long (ms) after the message was posted. */
const afterthought = 10 * 60_000;

/**
 * A question was edited: so is its answer. Discord also tells of an edit when it unfurls a link, and shows no text of
 * an edit that takes the mention away: then the answer stays.
 */
export async function onEdit(message: Message, house: House): Promise<void> {
  // An update that does not tell who wrote what is none of a text.
  if (message.partial) return;
  const { id, channelId, editedTimestamp, createdTimestamp } = message;
  if (!concerns(message, house.client.user.id) || editedTimestamp === null) return;
  await house.turns(id, async () => {
    try {
      const all = await house.state.answers.byQuestion(placeOf(channelId), id);
      const kept = all.find(({ asker }) => asker === message.author.id) ?? null;
      const heard = await hear(message, house, kept?.text ?? null);
      if (!heard || (kept !== null && ownText(kept.text) === heard.text)) return;
      const isLate = editedTimestamp - createdTimestamp > afterthought;
      if (kept === null && (isLate || !(await isNew(`message ${id}`, house)))) return;
      if (await isNew(`edit ${id} ${editedTimestamp}`, house)) await onQuestion(message, heard, house);
    } catch (error) {
      house.log.error(failureFacts(error), 'an edited question could not be answered anew');
    }
  });
}

/** Messages were deleted: what answers them goes too; an answer among them is forgotten. */
export async function onDelete(messages: readonly (Message | PartialMessage)[], house: House): Promise<void> {
  for (const { id, channelId } of messages) {
    house.gone.set(id, true);
    await house.turns(id, async () => {
      try {
        await house.showing.settled(channelId);
        await house.showing.track(channelId, removeAnswers(channelId, id, house));
      } catch (error) {
        house.log.error(failureFacts(error), 'the answer to a deleted question could not be removed');
      }
    });
  }
}

async function removeAnswers(channel: string, id: string, house: House): Promise<void> {
  const all = await house.state.answers.byQuestion(placeOf(channel), id);
  const [first, ...others] = all.map(({ answer }) => answer);
  if (first !== undefined) {
    await takeAway(channel, first, others, house);
    await takeAway(channel, first, [first], house);
  }
  await unlink(channel, [id], house.state);
}
