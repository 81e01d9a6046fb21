import type { Log } from '../../log.ts';
import type { Client } from '../connection/client.ts';
import type { Address } from '../inquiry/address.ts';
import { isDirect } from '../inquiry/whereabouts.ts';
import { editPlace } from './edit.ts';
import { directOutlet, ephemeralOutlet, type Place, postOutlet } from './outlet.ts';
import { replacePlace } from './replace.ts';
import { responsePlace } from './response.ts';

interface Tools {
  readonly client: Client;
  readonly log: Log;
}

/** The way that an address describes. */
export function placeOf(to: Address, tools: Tools): Place {
  switch (to.kind) {
    case 'response':
      return responsePlace(tools.client, to);
    case 'reply':
      return replyPlace(to, tools.client);
    case 'replace':
      return replacePlace(to, tools);
    case 'edit':
      return editPlace(to, tools);
    case 'direct':
      return () => directOutlet(tools.client, to.user);
  }
}

/**
 * In reply to a message: public answers in its thread. A private one goes into a thread only where that is already
 * open, for Slack shows no ephemeral message in a thread without replies (chat.postEphemeral, `thread_ts`).
 */
function replyPlace(to: Extract<Address, { kind: 'reply' }>, client: Client): Place {
  const { channel, thread, ts, user, responseUrl } = to;
  const inThread = { channel, user, thread: thread ?? ts };
  if (responseUrl === null && isDirect(channel)) return () => postOutlet(client, to);
  if (responseUrl === null)
    return (visibility) =>
      visibility === 'public' ? postOutlet(client, inThread) : ephemeralOutlet(client, to);
  const response = { responseUrl, channel, user };
  return (visibility) =>
    visibility === 'public'
      ? postOutlet(
          client,
          inThread,
          responsePlace(client, { ...response, thread: thread ?? ts })('public').send,
        )
      : responsePlace(client, { ...response, thread })('private');
}
