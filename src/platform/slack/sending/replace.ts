import type { Log } from '../../log.ts';
import type { Client } from '../connection/client.ts';
import type { Address } from '../inquiry/address.ts';
import { isDirect } from '../inquiry/whereabouts.ts';
import type { Outlet, Place } from './outlet.ts';
import { respond } from './respond.ts';
import { latePlace, orLate, responsePlace } from './response.ts';

type Replacing = Extract<Address, { kind: 'replace' }>;

interface Tools {
  readonly client: Client;
  readonly log: Log;
}

/**
 * In place of the answer whose button was pressed. What must stay private does not replace an answer that
 * everybody sees, but comes beside it.
 */
export function replacePlace(press: Replacing, tools: Tools): Place {
  const beside = responsePlace(tools.client, press);
  const isSeenByAll = !press.isEphemeral && !isDirect(press.channel);
  return (visibility) =>
    visibility === 'private' && isSeenByAll ? beside('private') : replacing(press, tools);
}

function replacing(press: Replacing, tools: Tools): Outlet {
  const { isEphemeral, channel, thread, responseUrl } = press;
  let isReplaced = false;
  const late = latePlace(tools.client, press)(isEphemeral ? 'private' : 'public');
  return {
    showsFiles: !isEphemeral,
    shelf: isEphemeral ? null : { channel, thread },
    send: orLate(late, async ({ text, blocks }) => {
      await respond(responseUrl, {
        text,
        blocks,
        response_type: isEphemeral ? 'ephemeral' : 'in_channel',
        replace_original: !isReplaced,
        ...(isReplaced && thread !== null ? { thread_ts: thread } : {}),
      });
      if (!isReplaced) await takeBack(press.trail, channel, tools);
      isReplaced = true;
      return null;
    }),
  };
}

/** Deletes messages (by `ts`) and files (by id); one that is already gone is no failure. */
export async function takeBack(
  parts: readonly string[],
  channel: string,
  { client, log }: Tools,
): Promise<void> {
  for (const id of parts) {
    try {
      if (id.startsWith('F')) await client.files.delete({ file: id });
      else await client.chat.delete({ channel, ts: id });
    } catch (error) {
      log.info({ err: error }, 'a part of an answer could not be deleted');
    }
  }
}
