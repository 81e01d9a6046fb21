import { callNotes, callWords, type Helper } from '../../../command/index.ts';
import { link, type Message } from '../../../reply/index.ts';
import { mrkdwn } from '../blocks/mrkdwn.ts';
import type { Desk } from '../house.ts';
import { placeKey } from '../inquiry/links.ts';
import { isClosedDoor } from '../sending/outlet.ts';
import type { Press } from './press.ts';

/**
 * Calls a human to the answer whose button was pressed, once: a message in the question's thread mentions the user group
 * or person whom staff have named as of now, and nobody else. Gives what the presser is told of it. `about` is the
 * message that asked; null for a command, which the answer itself then stands for.
 */
export async function callHuman(
  { about, asker }: { readonly about: string | null; readonly asker: string },
  press: Press,
  desk: Desk,
): Promise<Message> {
  const { team: community, user } = press;
  if (asker !== user) return callNotes.notYours;
  const question = about ?? (await answeredBy(press, desk)) ?? (press.isEphemeral ? null : press.ts);
  if (question === null) return callNotes.unseen;
  const { calls } = desk.state;
  const answer = `slack ${community} ${press.channel} ${question}`;
  if (!(await calls.claim(answer))) return callNotes.calledBefore;
  const calling = await desk.dispatcher.call({ platform: 'slack', community, user });
  const told =
    calling.kind === 'refused' ? calling.message : await post(calling.helper, question, press, desk);
  if (told !== callNotes.called) await calls.release(answer);
  return told;
}

/** A press that changed the answer in its place forgot what it was about; the store did not. */
const answeredBy = async (press: Press, { state }: Desk): Promise<string | null> =>
  (await state.answers.byAnswer(placeKey(press), press.ts))?.question ?? null;

async function post(
  helper: Helper,
  about: string,
  { channel, thread }: Press,
  { client, log }: Desk,
): Promise<Message> {
  try {
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: about });
    const question = mrkdwn([callWords, ' ', link('this question', permalink ?? ''), '.']);
    const text = `${mention(helper)}: ${question}`;
    const quiet = { unfurl_links: false, unfurl_media: false };
    await client.chat.postMessage({ channel, thread_ts: thread ?? about, text, ...quiet });
    return callNotes.called;
  } catch (error) {
    if (!isClosedDoor(error)) throw error;
    log.warn({ err: error, helper }, 'could not call a human');
    return callNotes.impossible;
  }
}

const mention = ({ kind, id }: Helper): string => (kind === 'role' ? `<!subteam^${id}>` : `<@${id}>`);
