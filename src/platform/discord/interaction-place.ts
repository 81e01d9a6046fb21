import { InteractionWebhook, RESTJSONErrorCodes } from 'discord.js';
import type { Visibility } from '../../reply/index.ts';
import { discordLimits } from '../limits.ts';
import type { AskedByInteraction } from './asked.ts';
import { type Page, page } from './components.ts';
import { isTooLate, refusalCode } from './failure.ts';
import type { House } from './house.ts';
import { placeOf } from './links.ts';
import { takeAway } from './message-place.ts';
import { lateNote, restNote } from './notes.ts';
import { edited, posted, whispered } from './payload.ts';
import { channelFor, inTurn, type Place } from './place.ts';
import type { TakeBack } from './trail.ts';

/** Where the answer to an interaction is shown, by its token alone: also after a restart. */
export function interactionPlace(asked: AskedByInteraction, house: House): Place {
  const { destination, fileBytes, mayAttach } = asked;
  const webhook = new InteractionWebhook(house.client, house.client.application.id, asked.token);
  const hook: Hook = { webhook, asked, house };
  const show = async (pages: readonly Page[], visibility: Visibility) => {
    switch (destination.kind) {
      case 'reply':
        return await showReply(pages, destination.visibility, visibility, hook);
      case 'pressed':
        return await showPressed(pages, destination, visibility, hook);
      case 'menu':
        return await showAtMessage(pages, destination.message, visibility, hook);
      case 'aside':
        return await follow(pages, true, [], hook).then(() => []);
    }
  };
  return {
    fileBytes,
    mayAttach,
    whispers: true,
    show: async (pages, visibility) => await show(asked.isVisitor ? asVisitor(pages) : pages, visibility),
  };
}

/** The way back to one interaction. */
interface Hook {
  readonly webhook: InteractionWebhook;
  readonly asked: AskedByInteraction;
  readonly house: House;
}

/**
 * The reply that the acknowledgement announced. Its visibility is settled: what turns out to be private after a
 * public acknowledgement takes that one back and follows it privately.
 */
async function showReply(
  pages: readonly Page[],
  deferred: Visibility,
  visibility: Visibility,
  hook: Hook,
): Promise<readonly string[]> {
  const isPrivate = deferred === 'private' || visibility === 'private';
  try {
    if (!isPrivate || deferred === 'private') return await replace(pages, isPrivate, hook);
    await takeBackReply(hook);
    await follow(pages, true, [], hook);
    return [];
  } catch (error) {
    if (!isTooLate(error)) throw error;
    return await showLate(isPrivate ? [] : pages, error, hook);
  }
}

/** The message whose button was pressed by its asker; what is private there does not overwrite a public answer. */
async function showPressed(
  pages: readonly Page[],
  { message, isPrivate }: { readonly message: string; readonly isPrivate: boolean },
  visibility: Visibility,
  hook: Hook,
): Promise<readonly string[]> {
  const { asked, house } = hook;
  if (visibility === 'private' && !isPrivate) {
    await follow(pages, true, [], hook);
    return [];
  }
  const before = await house.state.answers.byAnswer(placeOf(asked.channel), message).catch(() => null);
  const all = before ? await house.state.answers.byQuestion(before.place, before.question) : [];
  const others = all.filter(({ asker, answer }) => asker === asked.asker && answer !== message);
  await takeAway(
    asked.channel,
    message,
    others.map(({ answer }) => answer),
    house,
  );
  return await replace(pages, isPrivate, hook);
}

/**
 * A reply to the message whose menu was used; the private acknowledgement then goes. Where the bot may not write, the
 * answer stays with the interaction, for everybody to see.
 */
async function showAtMessage(
  pages: readonly Page[],
  message: string,
  visibility: Visibility,
  hook: Hook,
): Promise<readonly string[]> {
  const { asked, house } = hook;
  if (visibility === 'private') return await replace(pages, true, hook);
  const channel = await channelFor(asked.channel, house);
  const [first, ...others] = pages;
  if (!first) return [];
  try {
    if (!channel) throw new RangeError('a channel that the bot is not in');
    const reply = { messageReference: message, failIfNotExists: false };
    const nonce = (at: number) => ({ nonce: `${asked.id}-${at}`, enforceNonce: true });
    const shown = await channel.send({ ...posted(first), ...nonce(0), reply });
    const more = await inTurn(others, house.trail.of(shown.id), (one) => {
      const sending = channel.send({ ...posted(one), ...nonce(1 + others.indexOf(one)) });
      return { sending, takeBack: async () => (await sending).delete() };
    });
    await takeBackReply(hook);
    return [shown.id, ...more];
  } catch (error) {
    if (channel && refusalCode(error) === null) throw error;
    await takeBackReply(hook);
    return await follow(pages, false, [], hook);
  }
}

async function replace(
  [first, ...others]: readonly Page[],
  isPrivate: boolean,
  hook: Hook,
): Promise<readonly string[]> {
  if (!first) return [];
  const shown = await hook.webhook.editMessage('@original', edited(first));
  const more = await follow(others, isPrivate, hook.house.trail.of(shown.id), hook);
  return isPrivate ? [] : [shown.id, ...more];
}

const follow = (
  pages: readonly Page[],
  isPrivate: boolean,
  others: TakeBack[],
  { webhook }: Hook,
): Promise<readonly string[]> =>
  inTurn(pages, others, (one) => {
    const sending = webhook.send(isPrivate ? whispered(one) : posted(one));
    const takeBack = async () => {
      const message = await sending;
      // After fifteen minutes only the bot itself can still delete it, and only where others see it too.
      await webhook.deleteMessage(message).catch(() => message.delete());
    };
    return { sending, takeBack };
  });

/** The announced reply is not wanted any more; it may be gone already. */
async function takeBackReply({ webhook }: Hook): Promise<void> {
  try {
    await webhook.deleteMessage('@original');
  } catch (error) {
    if (refusalCode(error) !== RESTJSONErrorCodes.UnknownMessage) throw error;
  }
}

/** The interaction is over: the channel hears of it, and of a public answer all. */
async function showLate(
  pages: readonly Page[],
  error: unknown,
  { asked, house }: Hook,
): Promise<readonly string[]> {
  const channel = await channelFor(asked.channel, house);
  if (!channel) throw error;
  const note = page([{ kind: 'text', text: lateNote(asked.user, pages.length > 0), tight: false }]);
  const ids: string[] = [];
  for (const one of [note, ...pages]) ids.push((await channel.send(posted(one))).id);
  return pages.length > 0 ? ids.slice(1) : [];
}

/** As many messages as the app may send where it is only a visitor; the last says that there were more. */
function asVisitor(pages: readonly Page[]): readonly Page[] {
  const most = discordLimits.visitorFollowUps + 1;
  if (pages.length <= most) return pages;
  const left = pages.length - (most - 1);
  return [...pages.slice(0, most - 1), page([{ kind: 'text', text: restNote(left), tight: false }])];
}
