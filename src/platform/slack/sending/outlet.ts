import type { Visibility } from '../../../reply/index.ts';
import { type Client, refusalCode } from '../connection/client.ts';
import type { Rendered } from '../render.ts';

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

/** A conversation, the thread in it, and who asked there. */
export interface Spot {
  readonly channel: string;
  readonly thread: string | null;
  readonly user: string;
}

const quiet = { unfurl_links: false, unfurl_media: false } as const;

/** The refusals that mean that the bot may not post there, whatever the message. */
const closedDoors = new Set([
  'not_in_channel',
  'channel_not_found',
  'user_not_in_channel',
  'is_archived',
  'restricted_action',
]);

/** Whether Slack refused because the bot may not post there. */
export const isClosedDoor = (error: unknown): boolean => closedDoors.has(refusalCode(error) ?? '');

/** To one person alone, in their direct messages with the bot. */
export function directOutlet(client: Client, user: string): Outlet {
  return postOutlet(client, { channel: user, thread: null, user });
}

/** A message that everybody there sees; where the bot may not post, `otherwise`, or a direct message. */
export function postOutlet(
  client: Client,
  { channel, thread, user }: Spot,
  otherwise: Outlet['send'] | null = null,
): Outlet {
  return {
    showsFiles: true,
    shelf: channel === user ? null : { channel, thread },
    send: async (rendered) => {
      const message = { text: rendered.text, blocks: [...rendered.blocks], ...quiet };
      const into = thread === null ? {} : { thread_ts: thread };
      try {
        return (await client.chat.postMessage({ channel, ...into, ...message })).ts ?? null;
      } catch (error) {
        if (channel === user || !isClosedDoor(error)) throw error;
        if (otherwise) return otherwise(rendered);
        await client.chat.postMessage({ channel: user, ...message });
        return null;
      }
    },
  };
}

/** A message that only the asker sees; where the bot may not post, a direct one. */
export function ephemeralOutlet(client: Client, { channel, thread, user }: Spot): Outlet {
  return {
    showsFiles: false,
    shelf: null,
    send: async ({ text, blocks }) => {
      const message = { text, blocks: [...blocks], ...quiet };
      const into = thread === null ? {} : { thread_ts: thread };
      try {
        await client.chat.postEphemeral({ channel, user, ...into, ...message });
      } catch (error) {
        if (!isClosedDoor(error)) throw error;
        await client.chat.postMessage({ channel: user, ...message });
      }
      return null;
    },
  };
}
