import { type Client, refusalCode } from '../connection/client.ts';
import { isDirect } from '../inquiry/whereabouts.ts';
import { lateAnswer } from '../notes.ts';
import { ephemeralOutlet, type Outlet, type Place, postOutlet, type Spot } from './outlet.ts';
import { respond } from './respond.ts';

interface ResponseSpot extends Spot {
  readonly responseUrl: string;
}

/** What Slack says of a `response_url` after five uses or half an hour. */
const closed = new Set(['used_url', 'expired_url']);

/**
 * Through a `response_url`, in channels that the bot is not in as well. Once it is closed the answer comes as a message
 * of its own, which says so.
 */
export function responsePlace(client: Client, spot: ResponseSpot): Place {
  const { responseUrl, channel, thread } = spot;
  return (visibility) => ({
    showsFiles: visibility === 'public',
    shelf: visibility === 'public' ? { channel, thread } : null,
    send: orLate(latePlace(client, spot)(visibility), async ({ text, blocks }) => {
      await respond(responseUrl, {
        text,
        blocks,
        response_type: visibility === 'public' ? 'in_channel' : 'ephemeral',
        replace_original: false,
        ...(thread === null ? {} : { thread_ts: thread }),
      });
      return null;
    }),
  });
}

/** Where an answer goes whose `response_url` is closed. */
export function latePlace(client: Client, spot: Spot): Place {
  return (visibility) =>
    visibility === 'public' || isDirect(spot.channel)
      ? postOutlet(client, spot)
      : ephemeralOutlet(client, spot);
}

/** Sends by `late` from the moment on that the first way is closed, and says why. */
export function orLate(late: Outlet, send: Outlet['send']): Outlet['send'] {
  let isLate = false;
  return async (rendered) => {
    if (isLate) return late.send(rendered);
    try {
      return await send(rendered);
    } catch (error) {
      if (!closed.has(refusalCode(error) ?? '')) throw error;
      isLate = true;
      await late.send(lateAnswer);
      return late.send(rendered);
    }
  };
}
