import { isDirect } from '../hearing/intake.ts';
import type { Press } from '../hearing/press.ts';
import type { Desk } from '../house.ts';
import { type Outlet, type Place, responsePlace } from './outlet.ts';
import { respond } from './respond.ts';

/**
 * In place of the answer whose button was pressed. What must stay private does not replace an answer that
 * everybody sees, but comes beside it.
 */
export function replacePlace(press: Press, desk: Desk): Place {
  const beside = responsePlace(press);
  const isSeenByAll = !press.isEphemeral && !isDirect(press.channel);
  return (visibility) =>
    visibility === 'private' && isSeenByAll ? beside('private') : replacing(press, desk);
}

function replacing(press: Press, desk: Desk): Outlet {
  const { isEphemeral, channel, thread, responseUrl } = press;
  let isReplaced = false;
  return {
    showsFiles: !isEphemeral,
    shelf: isEphemeral ? null : { channel, thread },
    send: async ({ text, blocks }) => {
      await respond(responseUrl, {
        text,
        blocks,
        response_type: isEphemeral ? 'ephemeral' : 'in_channel',
        replace_original: !isReplaced,
        ...(isReplaced && thread !== null ? { thread_ts: thread } : {}),
      });
      if (!isReplaced) await takeBackRest(press, desk);
      isReplaced = true;
      return null;
    },
  };
}

/** Deletes an answer and all that belongs to it. */
export async function takeBack(press: Press, desk: Desk): Promise<void> {
  await respond(press.responseUrl, { delete_original: true });
  await takeBackRest(press, desk);
}

/** The messages and files before the one with the button; one that is already gone is no failure. */
async function takeBackRest({ trail, channel }: Press, { client, log }: Desk): Promise<void> {
  for (const id of trail) {
    try {
      if (id.startsWith('F')) await client.files.delete({ file: id });
      else await client.chat.delete({ channel, ts: id });
    } catch (error) {
      log.info({ err: error }, 'a part of an answer could not be deleted');
    }
  }
}
