import type { Log } from '../../log.ts';
import type { Client } from '../connection/client.ts';
import { refusalCode } from '../connection/client.ts';
import type { Address } from '../inquiry/address.ts';
import { isDirect } from '../inquiry/whereabouts.ts';
import { ephemeralOutlet, type Outlet, type Place, postOutlet } from './outlet.ts';
import { takeBack } from './replace.ts';

type Edited = Extract<Address, { kind: 'edit' }>;

interface Tools {
  readonly client: Client;
  readonly log: Log;
}

/** In place of the answers to a question that was edited. A private answer takes a public one back. */
export function editPlace(edited: Edited, tools: Tools): Place {
  return (visibility) => {
    const isPrivate = visibility === 'private' && !isDirect(edited.channel);
    const next = isPrivate
      ? ephemeralOutlet(tools.client, edited)
      : postOutlet(tools.client, threadOf(edited));
    const [first] = edited.answers.filter((id) => !id.startsWith('F'));
    return {
      ...next,
      send: onFirst(next.send, async (rendered) => {
        const { channel, answers } = edited;
        const ts = isPrivate || first === undefined ? null : await update(first, rendered);
        await takeBack(
          answers.filter((id) => id !== ts),
          channel,
          tools,
        );
        return ts ?? next.send(rendered);
      }),
    };
  };

  /** The `ts` of the changed message; null where it is gone meanwhile. */
  async function update(ts: string, { text, blocks }: Parameters<Outlet['send']>[0]): Promise<string | null> {
    try {
      await tools.client.chat.update({ channel: edited.channel, ts, text, blocks: [...blocks] });
      return ts;
    } catch (error) {
      if (refusalCode(error) !== 'message_not_found') throw error;
      return null;
    }
  }
}

/** In a channel the answer stands in the question's thread. */
const threadOf = ({ channel, thread, ts, user }: Edited) => ({
  channel,
  thread: isDirect(channel) ? thread : (thread ?? ts),
  user,
});

function onFirst(send: Outlet['send'], first: Outlet['send']): Outlet['send'] {
  let isFirst = true;
  return async (rendered) => {
    if (!isFirst) return send(rendered);
    const ts = await first(rendered);
    isFirst = false;
    return ts;
  };
}
