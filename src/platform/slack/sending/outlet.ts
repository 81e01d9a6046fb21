import type { Visibility } from '../../../reply/index.ts';
import { type Client, refusalCode } from '../connection/client.ts';
import { isDirect, type Whereabouts } from '../hearing/intake.ts';
import type { Rendered } from '../render.ts';
import { respond } from './respond.ts';

/** A way to one audience. */
export interface Outlet {
  /** Whether pictures and files reach whoever reads this: an ephemeral message cannot show them. */
  readonly showsFiles: boolean;
  /** Where a file can be shared so that the same people see it; null where there is no such place. */
  readonly shelf: { readonly channel: string; readonly thread: string | null } | null;
  /** The message's `ts`; null where Slack does not tell it. */
  readonly send: (rendered: Rendered) => Promise<string | null>;
}

/** Where an answer may go, for everybody there or for the asker alone. */
export type Place = (visibility: Visibility) => Outlet;

const quiet = { unfurl_links: false, unfurl_media: false } as const;

/** The refusals that mean that the bot may not post there, whatever the message. */
const closedDoors = new Set([
  'not_in_channel',
  'channel_not_found',
  'user_not_in_channel',
  'is_archived',
  'restricted_action',
]);

/** Where a `response_url` leads. */
interface ResponsePlace {
  readonly responseUrl: string;
  readonly channel: string;
  readonly thread: string | null;
}

/** Through a `response_url`, in channels that the bot is not in as well. */
export function responsePlace({ responseUrl, channel, thread }: ResponsePlace): Place {
  return (visibility) => ({
    showsFiles: visibility === 'public',
    shelf: visibility === 'public' ? { channel, thread } : null,
    send: async ({ text, blocks }) => {
      await respond(responseUrl, {
        text,
        blocks,
        response_type: visibility === 'public' ? 'in_channel' : 'ephemeral',
        replace_original: false,
        ...(thread === null ? {} : { thread_ts: thread }),
      });
      return null;
    },
  });
}

/**
 * In reply to a message: public answers in its thread. A private one goes into a thread only where that is already
 * open, for Slack shows no ephemeral message in a thread without replies (chat.postEphemeral, `thread_ts`).
 */
export function replyPlace(client: Client, to: Whereabouts, ts: string): Place {
  const { channel, thread, user } = to;
  if (isDirect(channel)) return () => postOutlet(client, channel, thread, user);
  return (visibility) =>
    visibility === 'public'
      ? postOutlet(client, channel, thread ?? ts, user)
      : ephemeralOutlet(client, channel, thread, user);
}

/** To one person alone, in their direct messages with the bot. */
export function directOutlet(client: Client, user: string): Outlet {
  return postOutlet(client, user, null, user);
}

function postOutlet(client: Client, channel: string, thread: string | null, user: string): Outlet {
  return {
    showsFiles: true,
    shelf: channel === user ? null : { channel, thread },
    send: async ({ text, blocks }) => {
      const message = { text, blocks: [...blocks], ...quiet };
      const into = thread === null ? {} : { thread_ts: thread };
      try {
        return (await client.chat.postMessage({ channel, ...into, ...message })).ts ?? null;
      } catch (error) {
        if (channel === user || !closedDoors.has(refusalCode(error) ?? '')) throw error;
        await client.chat.postMessage({ channel: user, ...message });
        return null;
      }
    },
  };
}

function ephemeralOutlet(client: Client, channel: string, thread: string | null, user: string): Outlet {
  return {
    showsFiles: false,
    shelf: null,
    send: async ({ text, blocks }) => {
      const message = { text, blocks: [...blocks], ...quiet };
      const into = thread === null ? {} : { thread_ts: thread };
      try {
        await client.chat.postEphemeral({ channel, user, ...into, ...message });
      } catch (error) {
        if (!closedDoors.has(refusalCode(error) ?? '')) throw error;
        await client.chat.postMessage({ channel: user, ...message });
      }
      return null;
    },
  };
}
